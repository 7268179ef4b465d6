using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Devices;

/// <summary>
/// When devices report for a snapshot: all within the two hours before it. A snapshot shows them as they were then, and matches that with what was known when
/// the first of them could report. So nothing that it says about a device is newer than the device's last report.
/// </summary>
public static class DeviceReport
{
    // Releases, publications and ends of support are at midnight, and two o'clock is a mark: that of the same night tells of them.
    private const int Span = 2 * 3600;

    /// <summary>What was known at this moment about CVEs and their updates is what a snapshot knows; all devices report later.</summary>
    public static Moment Begin(Moment snapshot) => snapshot.Plus(-Span);

    /// <summary>When a generated device reports for a snapshot.</summary>
    /// <param name="key">See <see cref="Device.Key"/>.</param>
    /// <param name="joined">See <see cref="Device.Joined"/>: that is its first report.</param>
    /// <param name="snapshot">The moment of the snapshot.</param>
    internal static Moment At(ulong key, Moment joined, Moment snapshot) =>
        Moment.Later(joined, snapshot.Plus(-1 - StableHash.Below(StableHash.Mix(key, 60), Span - 1)));

    /// <summary>The last report of a device before a snapshot: as it was given, when it was. What an overlay puts on it is there to be looked at, so it reports that as well.</summary>
    public static Moment LastOf(in Device device, Moment snapshot)
    {
        var last = device.Given?.LastSeen ?? At(device.Key, device.Joined, snapshot);
        return device.Overlay?.NewestAt(snapshot) is { } newest ? Moment.Later(last, newest) : last;
    }

    /// <summary>When a snapshot learned what it says of a device: by its last report. A given one may have made that long before, so when the snapshot was taken.</summary>
    public static Moment LearnedOf(in Device device, Moment snapshot) => device.Given is null ? LastOf(device, snapshot) : snapshot;
}

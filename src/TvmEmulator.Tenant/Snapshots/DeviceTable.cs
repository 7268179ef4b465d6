using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>
/// What the software of each device says about the device, from one parallel pass over all of them, and where to find a device by its id or name.
/// It keeps some 50 bytes a device. Devices are told by their place in the stream.
/// </summary>
public sealed class DeviceTable
{
    private const int BlockSize = 256;

    private readonly Snapshot _snapshot;
    private readonly DeviceFacts[] _facts;
    private readonly DeviceLookup _lookup;

    internal DeviceTable(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _facts = new DeviceFacts[snapshot.Devices];
        var releases = new ReleaseFactTable(snapshot);
        var hashes = new (ulong OfId, ulong OfName)[snapshot.Devices];
        Parallel.For(0, (_facts.Length + BlockSize - 1) / BlockSize, block =>
        {
            Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
            for (var place = block * BlockSize; place < Math.Min((block + 1) * BlockSize, _facts.Length); place++)
            {
                var device = snapshot.DeviceAt(place);
                hashes[place] = (DeviceLookup.HashOf(DeviceNames.IdOf(device)), DeviceLookup.HashOf(snapshot.Tenant.Fleet.Names.NameOf(device)));
                _facts[place] = FactsOf(found[..snapshot.InstallationsOf(device, found)], releases);
            }
        });
        _lookup = new DeviceLookup(hashes);
    }

    /// <summary>
    /// The place of the device with an id, else of one with a name, in any letter case; null when there is none. A given device can be called what another's id is.
    /// </summary>
    public int? Find(string idOrName) => FindId(idOrName) ?? Find(idOrName, device => _snapshot.Tenant.Fleet.Names.NameOf(device));

    /// <summary>The place of the device with an id, in any letter case; null when there is none.</summary>
    public int? FindId(string id) => Find(id, device => DeviceNames.IdOf(device));

    /// <summary>The operating system of a device, as it was given or as its inventory has it; null when neither says it.</summary>
    public OsRelease? OsOf(int place) => GivenOsRelease.Of(_snapshot.DeviceAt(place)) ?? _facts[place].Os;

    /// <summary>The version of a device's sensor; null when it is not among its software.</summary>
    public string? AgentVersionOf(int place) => _facts[place].AgentVersion;

    /// <summary>How much its weaknesses expose a device.</summary>
    public ExposureLevel ExposureOf(int place) => _facts[place].Exposure;

    /// <summary>
    /// When a device's sensor reported last: for the snapshot, like its software. But after one change of software in four a device is silent until the
    /// next, and what the snapshot knows of it is matched with new CVEs without it.
    /// </summary>
    public Moment LastSeenOf(int place)
    {
        var device = _snapshot.DeviceAt(place);
        var lastSeen = _snapshot.LastSeenOf(device);
        var change = _facts[place].LastChange;
        var hash = StableHash.Mix(StableHash.Mix(device.Key, 92), (ulong)change.Seconds);
        // What somebody puts into an overlay is there to be looked at, and a given device reported when it is said to have.
        if (device.Overlay is not null || device.Given is not null || (hash & 3) != 0)
            return lastSeen;

        var silentSince = change.Plus(StableHash.Below(hash >> 32, 2 * Moment.Day));
        return silentSince < lastSeen ? silentSince : lastSeen;
    }

    private int? Find(string text, Func<Device, string> textOf)
    {
        foreach (var place in _lookup.PlacesOf(DeviceLookup.HashOf(text)))
        {
            if (text.Equals(textOf(_snapshot.DeviceAt(place)), StringComparison.OrdinalIgnoreCase))
                return place;
        }

        return null;
    }

    private static DeviceFacts FactsOf(ReadOnlySpan<Installation> installations, ReleaseFactTable releases)
    {
        var (facts, exposure) = (default(DeviceFacts), default(Exposure));
        foreach (ref readonly var installation in installations)
        {
            var release = releases.Of(installation);
            exposure += release.Exposure;
            facts = new DeviceFacts(
                facts.Os ?? release.Os,
                facts.AgentVersion ?? release.AgentVersion,
                exposure.Level,
                Moment.Later(facts.LastChange, installation.FirstSeen));
        }

        return facts;
    }

    private readonly record struct DeviceFacts(OsRelease? Os, string? AgentVersion, ExposureLevel Exposure, Moment LastChange);
}

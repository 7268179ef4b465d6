using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.SecureConfigurations;

/// <summary>
/// Whether a device meets a setting. Some do from the first day on; the others follow one by one, and what is met stays met, so the compliance of
/// every device improves.
/// </summary>
internal static class ComplianceRule
{
    // Settings take longer than patches: half of the devices that were not compliant at first are so after five months.
    private const int LagsOfPatches = 12;

    /// <summary>Decides.</summary>
    /// <param name="fromTheStart">How many devices of ordinary discipline are compliant from the first day on.</param>
    /// <param name="hash">Hash of device and setting.</param>
    /// <param name="discipline">See <see cref="PatchLag.DisciplineOf"/>.</param>
    /// <param name="since">Since when the device has been assessed.</param>
    /// <param name="moment">The moment to look at.</param>
    public static bool IsCompliant(Share fromTheStart, ulong hash, ulong discipline, Moment since, Moment moment)
    {
        if (fromTheStart.IsAlways)
            return true;

        var threshold = (discipline % 5) switch
        {
            0 => fromTheStart.Threshold + (Share.Always.Threshold - fromTheStart.Threshold) / 2,
            1 => fromTheStart.Threshold / 3 * 2,
            _ => fromTheStart.Threshold,
        };
        if (new Share(threshold).Takes(hash))
            return true;

        var lag = PatchLag.Seconds(StableHash.Mix(hash, 2), discipline);
        return lag != PatchLag.Never && (long)moment.Seconds - since.Seconds >= (long)lag * LagsOfPatches;
    }
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Installations;

/// <summary>Which release of a line a device is on.</summary>
internal static class CurrentRelease
{
    /// <summary>The newest release whose moment on the device has come, or the one that was current when the line arrived there; and since when.</summary>
    /// <param name="track">The line.</param>
    /// <param name="arrived">When it came to the device; not before its first release.</param>
    /// <param name="hash">Hash of device and product.</param>
    /// <param name="discipline">See <see cref="PatchLag.DisciplineOf"/>.</param>
    /// <param name="moment">The moment to look at.</param>
    public static (int Release, Moment Since) Of(Track track, Moment arrived, ulong hash, ulong discipline, Moment moment)
    {
        var release = track.ReleaseAt(arrived);
        var lag = PatchLag.Seconds(StableHash.Mix(hash, 5), discipline);
        if (lag != PatchLag.Never && track.ReleaseAt(moment.Plus(-lag)) is var patched && patched > release)
            return (patched, track.DateOf(patched).Plus(lag));

        return (release, arrived);
    }
}

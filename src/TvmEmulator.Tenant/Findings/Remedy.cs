using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>What helps against the weaknesses of a product.</summary>
/// <param name="Type">What is to be done.</param>
/// <param name="Version">The version to go to: the newest of the newest supported line. Null when there is none.</param>
public readonly record struct Remedy(RemediationType Type, string? Version)
{
    /// <summary>The remedy for the devices that a product exposes in a snapshot.</summary>
    public static Remedy Of(Snapshot snapshot, Product product)
    {
        var now = snapshot.Mark.At;
        var newest = product.Tracks.LastOrDefault(track => IsSupported(track, now) && track.ReleaseAt(now) >= 0);
        // Software that only an overlay knows has no releases of which one could be the newest.
        if (product.Tracks.Count == 0)
            return new Remedy(RemediationType.Update, null);
        if (newest is null)
            return new Remedy(product.IsOperatingSystem ? RemediationType.Upgrade : RemediationType.Uninstall, null);

        var canUpdate = product.AllTracks.Any(track => IsSupported(track, now) && IsExposed(snapshot, track));
        return new Remedy(canUpdate ? RemediationType.Update : RemediationType.Upgrade, newest.VersionOf(newest.ReleaseAt(now)));
    }

    private static bool IsSupported(Track track, Moment now) => !(track.Product.EndOfSupport <= now) && !(track.EndOfSupport <= now);

    private static bool IsExposed(Snapshot snapshot, Track track)
    {
        var (first, count) = snapshot.Releases.Of(track);
        for (var number = first; number < first + count; number++)
        {
            if (snapshot.Releases.InstallationsOf(number) > 0 && snapshot.Releases.WeaknessesOf(number) > 0)
                return true;
        }

        return false;
    }
}

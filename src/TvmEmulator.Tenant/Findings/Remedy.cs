using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>What helps against the weaknesses of a product.</summary>
/// <param name="Type">What is to be done.</param>
/// <param name="Version">
/// The version to go to: the newest supported one without a known CVE; without such a one the newest, which is left with what has no update yet. Null when no
/// exposed device is on an older one.
/// </param>
public readonly record struct Remedy(RemediationType Type, string? Version)
{
    /// <summary>The remedy for the devices that a product exposes at a moment.</summary>
    /// <param name="releases">What is installed then.</param>
    /// <param name="now">The moment.</param>
    /// <param name="product">The product.</param>
    public static Remedy Of(ReleaseTable releases, Moment now, Product product)
    {
        // Software that only an overlay knows has no releases of which one could be the newest.
        if (product.Tracks.Count == 0)
            return new Remedy(RemediationType.Update, null);
        if (!product.Tracks.Any(track => IsSupported(track, now) && track.ReleaseAt(now) >= 0))
            return new Remedy(product.IsOperatingSystem ? RemediationType.Upgrade : RemediationType.Uninstall, null);

        var exposed = product.AllTracks.SelectMany(track => ExposedReleasesOf(releases, track)).ToList();
        var type = exposed.Exists(installed => IsSupported(installed.Track, now)) ? RemediationType.Update : RemediationType.Upgrade;
        string?[] versions = [VersionWithoutCve(releases, now, product), NewestVersion(releases, now, product)];
        // A CVE is often known some days before the release that fixes it: who is on the newest release then waits, and does not go back to an older one.
        return new Remedy(type, versions.FirstOrDefault(version => exposed.Exists(installed => IsOlder(installed, version))));
    }

    private static bool IsSupported(Track track, Moment now) => !(track.Product.EndOfSupport <= now) && !(track.EndOfSupport <= now);

    /// <summary>The newest release without a known CVE, of the newest supported line that has one; null when no line has.</summary>
    private static string? VersionWithoutCve(ReleaseTable releases, Moment now, Product product)
    {
        foreach (var track in product.Tracks.Reverse().Where(track => IsSupported(track, now)))
        {
            var (first, count) = releases.Of(track);
            for (var release = count - 1; release >= 0; release--)
            {
                if (releases.WeaknessesOf(first + release) == 0)
                    return track.VersionOf(release);
            }
        }

        return null;
    }

    private static string? NewestVersion(ReleaseTable releases, Moment now, Product product)
    {
        var newest = product.Tracks.LastOrDefault(track => IsSupported(track, now) && releases.Of(track).Count > 0);
        return newest?.VersionOf(releases.Of(newest).Count - 1);
    }

    private static bool IsOlder((Track Track, int Release) installed, string? version) =>
        VersionOrder.Instance.Compare(installed.Track.VersionOf(installed.Release), version) < 0;

    /// <summary>The releases of a line that are installed somewhere and have a known CVE.</summary>
    private static IEnumerable<(Track Track, int Release)> ExposedReleasesOf(ReleaseTable releases, Track track)
    {
        var (first, count) = releases.Of(track);
        return Enumerable.Range(0, count)
            .Where(release => releases.InstallationsOf(first + release) > 0 && releases.WeaknessesOf(first + release) > 0)
            .Select(release => (track, release));
    }
}

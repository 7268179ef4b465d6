using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>
/// Finds versions among the releases of products, up to the last mark that is offered. What it went through it keeps, because changes often speak of
/// one product.
/// </summary>
internal sealed class ReleaseFinder
{
    private readonly Dictionary<Product, Dictionary<string, KnownRelease>> _known = [];

    /// <summary>The release that has a version; null when there is none.</summary>
    public KnownRelease? Find(Product product, string version)
    {
        if (!_known.TryGetValue(product, out var releases))
            _known[product] = releases = ReleasesOf(product);
        return releases.GetValueOrDefault(version);
    }

    private static Dictionary<string, KnownRelease> ReleasesOf(Product product)
    {
        var releases = new Dictionary<string, KnownRelease>(StringComparer.Ordinal);
        foreach (var track in product.Tracks)
        {
            for (var release = 0; release <= track.ReleaseAt(SnapshotMark.Latest.At); release++)
                releases.TryAdd(track.VersionOf(release), new KnownRelease(track, release));
        }

        return releases;
    }
}

/// <summary>A release of a generated line.</summary>
internal sealed record KnownRelease(Track Track, int Release)
{
    /// <summary>When it came out.</summary>
    public Moment Date => Track.DateOf(Release);
}

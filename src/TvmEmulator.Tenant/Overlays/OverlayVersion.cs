using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>
/// A version of a product that an overlay adds to devices. Once the generated line has released it, it is that release, so that a version never
/// stands twice in a distribution; else it is a line of its own.
/// </summary>
/// <param name="Own">The line of its own, with one release that has always existed.</param>
/// <param name="Generated">The generated release with this version; null when there is none.</param>
internal sealed record OverlayVersion(Track Own, KnownRelease? Generated)
{
    /// <summary>What it is at a moment.</summary>
    public (Track Track, int Release) At(Moment moment) =>
        Generated is { } release && release.Date <= moment ? (release.Track, release.Release) : (Own, 0);
}

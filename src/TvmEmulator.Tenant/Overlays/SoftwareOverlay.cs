using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>What an overlay does to the installations of one product on one device.</summary>
/// <param name="Product">The product.</param>
/// <param name="RemovesAll">Whether no generated version stays.</param>
/// <param name="Removed">Generated versions that do not stay.</param>
/// <param name="Added">What comes in addition, or in place of them, by time.</param>
internal sealed record SoftwareOverlay(Product Product, bool RemovesAll, IReadOnlyList<KnownRelease> Removed, IReadOnlyList<VersionOverlay> Added)
{
    /// <summary>What is added and there at a moment: the newest, or all of it where versions live side by side.</summary>
    public IEnumerable<VersionOverlay> AddedAt(Moment moment) => Added.Where(added => added.FirstSeen <= moment).TakeLast(Product.SideBySide ? Added.Count : 1);

    /// <summary>Whether something is added that is there at a moment.</summary>
    public bool AddsAt(Moment moment) => Added.Any(added => added.FirstSeen <= moment);

    /// <summary>Whether a generated installation of the product goes.</summary>
    public bool Drops(Track track, int release, Moment moment) =>
        RemovesAll
        || (!Product.SideBySide && AddsAt(moment))
        || Removed.Any(removed => removed.Track == track && removed.Release == release)
        || Added.Any(added => added.FirstSeen <= moment && added.Version.At(moment) == (track, release));
}

/// <summary>A version that is added to a device.</summary>
/// <param name="Version">Which one.</param>
/// <param name="FirstSeen">Since when it is there.</param>
/// <param name="Variant">How it shows itself; null when as usual on the device's platform.</param>
internal sealed record VersionOverlay(OverlayVersion Version, Moment FirstSeen, int? Variant);

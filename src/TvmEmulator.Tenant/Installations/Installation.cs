using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Installations;

/// <summary>One version of a product on one device at one moment: what a row of the software inventory says.</summary>
/// <param name="Track">Place of its line of releases in <see cref="ProductCatalog.Tracks"/>.</param>
/// <param name="Release">Number of the release within the line.</param>
/// <param name="Variant">Which of the product's <see cref="Product.Variants"/> it shows; -1 when it has none.</param>
/// <param name="FirstSeen">Since when this version has been on the device.</param>
public readonly record struct Installation(int Track, int Release, int Variant, Moment FirstSeen)
{
    /// <summary>Since when the device has been on the line, with this version or an earlier one.</summary>
    public Moment LineSince { get; init; } = FirstSeen;

    /// <summary>Where a given device keeps since when it has had the findings of the release; -1 when the installation was not given.</summary>
    internal int FirstFinding { get; init; } = -1;
}

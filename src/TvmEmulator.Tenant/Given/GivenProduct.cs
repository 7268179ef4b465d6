using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>A product of a given organization.</summary>
/// <param name="Vendor">Its vendor.</param>
/// <param name="Name">Its name.</param>
internal sealed record GivenProduct(string Vendor, string Name)
{
    /// <summary>Since when some device has had it.</summary>
    public Moment FirstSeen { get; set; } = new(int.MaxValue);

    /// <summary>Whether some device has two of its versions.</summary>
    public bool SideBySide { get; set; }

    /// <summary>Its releases, in the order of versions.</summary>
    public List<GivenRelease> Releases { get; } = [];

    /// <summary>The ways in which its releases show themselves.</summary>
    public List<(GivenRelease Release, EvidenceVariant Variant)> Variants { get; } = [];
}

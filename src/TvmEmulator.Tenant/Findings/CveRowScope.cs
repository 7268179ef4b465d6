using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Findings;

/// <summary>A part of the CVE rows of a snapshot that can be found without making the others; what is null does not narrow it.</summary>
/// <param name="Place">The rows of the device at a place.</param>
/// <param name="Cve">The rows of a CVE.</param>
/// <param name="Vendor">The rows of a vendor's products.</param>
/// <param name="Name">The rows of products with a name.</param>
public sealed record CveRowScope(int? Place = null, Cve? Cve = null, string? Vendor = null, string? Name = null)
{
    /// <summary>Which lines of releases can have such rows, by index.</summary>
    internal bool[] TracksIn(Snapshot snapshot)
    {
        var isWanted = new bool[snapshot.Tenant.Catalog.Tracks.Count];
        foreach (var track in Cve is null ? snapshot.Tenant.Catalog.Tracks : snapshot.Cves.AffectedBy(Cve).Select(affected => affected.Track))
            isWanted[track.Index] = (Vendor ?? track.Product.Vendor) == track.Product.Vendor && (Name ?? track.Product.Name) == track.Product.Name;
        return isWanted;
    }
}

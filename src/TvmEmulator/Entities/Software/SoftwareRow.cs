using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Software;

/// <summary>A product that devices have, as a row of <c>/api/Software</c>.</summary>
internal sealed record SoftwareRow(Snapshot Snapshot, Product Product, SoftwareCounts Counts)
{
    /// <summary>Its versions; found when they are asked for.</summary>
    public IReadOnlyList<DistributionRow> Distributions =>
        [.. Snapshot.Distribution(Product).Select(version => new DistributionRow(version.Version, version.Installations, version.Weaknesses))];

    /// <summary>The CVEs of its installed versions; found when they are asked for.</summary>
    public IReadOnlyList<VulnerabilityRow> Vulnerabilities => [.. Snapshot.InstalledCvesOf(Product).Select(cve => new VulnerabilityRow(Snapshot, cve))];
}

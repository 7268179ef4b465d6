using TvmEmulator.Entities.Software;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Recommendations;

/// <summary>A recommendation as a row of a list, with what can be expanded.</summary>
internal sealed record RecommendationRow(Snapshot Snapshot, SoftwareTable Counts, Recommendation Recommendation)
{
    /// <summary>The software that it is about; null when it is about a configuration.</summary>
    public SoftwareRow? Software => Recommendation.Product is { } product ? new SoftwareRow(Snapshot, product, Counts.Of(product)) : null;

    /// <summary>The CVEs of that software on devices; none when it is about a configuration.</summary>
    public IReadOnlyList<VulnerabilityRow> Vulnerabilities => Software?.Vulnerabilities ?? [];

    /// <summary>Some recommendations of a snapshot as rows.</summary>
    public static async Task<IReadOnlyList<RecommendationRow>> OfAsync(Snapshot snapshot, IReadOnlyList<Recommendation> recommendations, CancellationToken cancellation)
    {
        await snapshot.CvesAsync().WaitAsync(cancellation);
        var counts = await snapshot.SoftwareTableAsync().WaitAsync(cancellation);
        return [.. recommendations.Select(recommendation => new RecommendationRow(snapshot, counts, recommendation))];
    }
}

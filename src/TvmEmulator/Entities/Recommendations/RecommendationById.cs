using TvmEmulator.OData;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Recommendations;

/// <summary>Finds recommendations by their ids.</summary>
internal static class RecommendationById
{
    /// <summary>The finder of all routes with the id of a recommendation.</summary>
    public static EntityFinder<Recommendation> Finder { get; } = new(FindAsync);

    private static async Task<(Recommendation? Found, Refusal? Refusal)> FindAsync(Snapshot snapshot, string id, CancellationToken cancellation)
    {
        var recommendations = await snapshot.Findings.RecommendationsAsync().WaitAsync(cancellation);
        return recommendations.Find(id) is { } recommendation
            ? (recommendation, null)
            : (null, Refusal.ResourceNotFound(
                $"Recommendation {id} was not found",
                $"nothing is recommended as '{id}' in snapshot {snapshot.Mark}; ids look like va-_-microsoft-_-edge or sca-_-scid-2001"));
    }
}

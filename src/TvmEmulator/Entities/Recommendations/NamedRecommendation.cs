using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Recommendations;

/// <summary>Finds the recommendation that the <c>{id}</c> of a route names.</summary>
internal static class NamedRecommendation
{
    /// <summary>A route's handler: it answers for a recommendation of the newest snapshot, and 404 is answered for it otherwise.</summary>
    public static RequestDelegate Then(Func<HttpContext, Snapshot, Recommendation, Task> answer) => async context =>
    {
        var id = (string)context.GetRouteValue("id")!;
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var recommendations = await snapshot.Findings.RecommendationsAsync().WaitAsync(context.RequestAborted);
        if (recommendations.Find(id) is { } recommendation)
        {
            await answer(context, snapshot, recommendation);
            return;
        }

        await ErrorEnvelope.WriteAsync(context, Refusal.ResourceNotFound(
            $"Recommendation {id} was not found",
            $"nothing is recommended as '{id}' in snapshot {snapshot.Mark}; ids look like va-_-microsoft-_-edge or sca-_-scid-2001"));
    };
}

using TvmEmulator.Api;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Entities.Machines;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Recommendations;

/// <summary><c>GET /api/machines/{id}/recommendations</c>: those that concern a device, with the numbers of the whole organization.</summary>
internal sealed class MachineRecommendationRoutes(EmulatorOptions options, LinkBase links, IReadOnlyList<Assessment> assessments)
{
    private static readonly ApiRoute List = ApiRoute.OfDocument("MachineRecommendations", Permission.Recommendation);

    private readonly EntityList<RecommendationRow> _recommendations =
        new(RecommendationShape.OfMachine(options.Contract), RecommendationRoutes.Set);

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/machines/{id}/recommendations", MachineById.Finder(assessments).Then(AnswerAsync)).WithMetadata(List);

    private async Task AnswerAsync(HttpContext context, Snapshot snapshot, int place)
    {
        var device = snapshot.DeviceAt(place);
        var recommendations = await snapshot.Findings.RecommendationsAsync().WaitAsync(context.RequestAborted);
        var path = $"/api/machines/{DeviceNames.IdOf(device)}/recommendations";
        var rows = await RecommendationRow.OfAsync(snapshot, recommendations.Of(device), context.RequestAborted);
        await _recommendations.AnswerAsync(context, links.ApiBase(context.Request), path, rows);
    }
}

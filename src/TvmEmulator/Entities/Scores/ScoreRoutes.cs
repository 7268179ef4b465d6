using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Entities.Scores;

/// <summary><c>GET /api/exposureScore</c>, <c>/api/exposureScore/ByMachineGroups</c> and <c>/api/configurationScore</c>: how the organization stands.</summary>
internal sealed class ScoreRoutes(EmulatorOptions options, LinkBase links)
{
    private const string ByMachineGroups = "/api/exposureScore/ByMachineGroups";

    private readonly EntityList<ScoreRow> _exposure = new(ScoreShape.OfAll(options.Contract), "ExposureScore");
    private readonly EntityList<ScoreRow> _configuration = new(ScoreShape.OfAll(options.Contract), "ConfigurationScore");

    // The page's context is that of the set; the newer edition names the type that the function returns (contract: get-machine-group-exposure-score, metadata).
    private readonly EntityList<ScoreRow> _groups = new(
        ServiceModel.Lazily,
        ScoreShape.OfGroups(options.Contract),
        options.Contract == ContractEdition.Edition2021 ? "ExposureScore" : $"Collection({ODataAnswer.Namespace}.{ScoreShape.TypeName})");

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/exposureScore", AnswerExposureAsync).WithMetadata(ApiRoute.OfDocument("ExposureScore", Permission.Score));
        routes.MapGet(ByMachineGroups, AnswerGroupsAsync).WithMetadata(ApiRoute.OfDocument("ExposureScoreByMachineGroups", Permission.Score));
        routes.MapGet("/api/configurationScore", AnswerConfigurationAsync).WithMetadata(ApiRoute.OfDocument("ConfigurationScore", Permission.Score));
    }

    private async Task AnswerExposureAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var exposure = await snapshot.Findings.ExposureAsync().WaitAsync(context.RequestAborted);
        await _exposure.AnswerEntityAsync(context, links.ApiBase(context.Request), new ScoreRow(snapshot.Mark.At.Utc, exposure.Score));
    }

    private async Task AnswerGroupsAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var exposure = await snapshot.Findings.ExposureAsync().WaitAsync(context.RequestAborted);
        IReadOnlyList<ScoreRow> rows = [.. snapshot.Groups.Select(slice => new ScoreRow(snapshot.Mark.At.Utc, exposure.ScoreOf(slice), slice.Group))];
        await _groups.AnswerAsync(context, links.ApiBase(context.Request), ByMachineGroups, rows);
    }

    private async Task AnswerConfigurationAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var configuration = await snapshot.Findings.ConfigurationScoreAsync().WaitAsync(context.RequestAborted);
        await _configuration.AnswerEntityAsync(context, links.ApiBase(context.Request), new ScoreRow(snapshot.Mark.At.Utc, configuration.Score));
    }
}

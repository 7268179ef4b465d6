using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Entities.Machines;
using TvmEmulator.Entities.Software;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Identity;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Recommendations;

/// <summary>
/// <c>GET /api/recommendations</c>: what devices should do. Below <c>/api/recommendations/{id}</c> one of them, with its software, devices and CVEs.
/// </summary>
internal sealed class RecommendationRoutes(EmulatorOptions options, LinkBase links)
{
    /// <summary>Name of the set.</summary>
    public const string Set = "Recommendations";

    private const string Path = "/api/recommendations";

    private static readonly ApiRoute List = ApiRoute.OfDocument("Recommendations", Permission.Recommendation);
    private static readonly ApiRoute ById = ApiRoute.OfDocument("RecommendationById", Permission.Recommendation);
    private static readonly ApiRoute References = ApiRoute.OfDocument("RecommendationMachineReferences", Permission.Recommendation);
    private static readonly ApiRoute Vulnerabilities = ApiRoute.OfDocument("RecommendationVulnerabilities", Permission.Vulnerability);

    // The page has a role of one resource and a scope of another (contract: list-recommendation-software).
    private static readonly ApiRoute Software = ApiRoute.OfDocument("RecommendationSoftware", new Permission(Permission.Software.Application, Permission.Recommendation.Delegated));

    private readonly EntityList<RecommendationRow> _recommendations = new(RecommendationShape.OfSet(options.Contract), Set);
    private readonly EntityList<RecommendationRow> _recommendation = new(RecommendationShape.OfOne(options.Contract), Set);
    private readonly EntityList<SoftwareRow> _software = new(RecommendedSoftwareShape.Of(options.Contract), "Software");
    private readonly string _contextOfSoftware = RecommendedSoftwareShape.ContextOf(options.Contract);

    private readonly EntityList<MachineRow> _references =
        new(MachineReferenceShape.Of(options.Contract), MachineReferenceShape.ContextOf(options.Contract));

    private readonly EntityList<VulnerabilityRow> _vulnerabilities =
        new(VulnerabilityShape.Of(options.Contract), VulnerabilityShape.ContextOf(options.Contract));

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerListAsync).WithMetadata(List);
        routes.MapGet($"{Path}/{{id}}", RecommendationById.Finder.Then(AnswerOneAsync)).WithMetadata(ById);
        routes.MapGet($"{Path}/{{id}}/software", RecommendationById.Finder.Then(AnswerSoftwareAsync)).WithMetadata(Software);
        routes.MapGet($"{Path}/{{id}}/machineReferences", RecommendationById.Finder.Then(AnswerReferencesAsync)).WithMetadata(References);
        routes.MapGet($"{Path}/{{id}}/vulnerabilities", RecommendationById.Finder.Then(AnswerVulnerabilitiesAsync)).WithMetadata(Vulnerabilities);
    }

    private static string PathOf(Recommendation recommendation, string rest) => $"{Path}/{Uri.EscapeDataString(recommendation.Id)}/{rest}";

    private async Task AnswerListAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var recommendations = await snapshot.Findings.RecommendationsAsync().WaitAsync(context.RequestAborted);
        var rows = await RecommendationRow.OfAsync(snapshot, recommendations.All, context.RequestAborted);
        await _recommendations.AnswerAsync(context, links.ApiBase(context.Request), Path, rows);
    }

    private async Task AnswerOneAsync(HttpContext context, Snapshot snapshot, Recommendation recommendation)
    {
        var rows = await RecommendationRow.OfAsync(snapshot, [recommendation], context.RequestAborted);
        await _recommendation.AnswerEntityAsync(context, links.ApiBase(context.Request), rows[0]);
    }

    private async Task AnswerSoftwareAsync(HttpContext context, Snapshot snapshot, Recommendation recommendation)
    {
        var rows = await RecommendationRow.OfAsync(snapshot, [recommendation], context.RequestAborted);
        if (rows[0].Software is not { } software)
        {
            await ErrorEnvelope.WriteAsync(context, Refusal.ResourceNotFound(
                $"Software of recommendation {recommendation.Id} was not found", "the recommendation is about a configuration, not about software"));
            return;
        }

        await _software.AnswerEntityAsync(context, links.ApiBase(context.Request), software, _contextOfSoftware);
    }

    private async Task AnswerReferencesAsync(HttpContext context, Snapshot snapshot, Recommendation recommendation)
    {
        var devices = await snapshot.DeviceTableAsync().WaitAsync(context.RequestAborted);
        var recommendations = await snapshot.Findings.RecommendationsAsync().WaitAsync(context.RequestAborted);
        var places = await FleetPass.RunAsync(() => recommendations.PlacesOf(recommendation, context.RequestAborted), context.RequestAborted);
        var rows = MachineRow.At(snapshot, devices, places);
        await _references.AnswerAsync(context, links.ApiBase(context.Request), PathOf(recommendation, "machineReferences"), rows);
    }

    private async Task AnswerVulnerabilitiesAsync(HttpContext context, Snapshot snapshot, Recommendation recommendation)
    {
        var rows = await RecommendationRow.OfAsync(snapshot, [recommendation], context.RequestAborted);
        await _vulnerabilities.AnswerAsync(context, links.ApiBase(context.Request), PathOf(recommendation, "vulnerabilities"), rows[0].Vulnerabilities);
    }
}

using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Baselines;

namespace TvmEmulator.Entities.Baselines;

/// <summary><c>GET /api/baselineConfigurations</c> and <c>/api/baselineProfiles</c>: the settings of the benchmark, and the profiles that ask for them.</summary>
internal sealed class BaselineRoutes(EmulatorOptions options, LinkBase links)
{
    private const string Configurations = "/api/baselineConfigurations";
    private const string Profiles = "/api/baselineProfiles";

    private readonly EntityList<BaselineSetting> _configurations =
        new(BaselineConfigurationShape.Of(options.Contract), "BaselineConfigurations");

    private readonly EntityList<BaselineProfileRow> _profiles =
        new(BaselineProfileShape.Of(options.Contract), BaselineProfileShape.ContextOf(options.Contract));

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Configurations, AnswerConfigurationsAsync).WithMetadata(ApiRoute.OfDocument("BaselineConfigurations", Permission.Baselines));
        routes.MapGet(Profiles, AnswerProfilesAsync).WithMetadata(ApiRoute.OfDocument("BaselineProfiles", Permission.Baselines));
    }

    private async Task AnswerConfigurationsAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        await _configurations.AnswerAsync(context, links.ApiBase(context.Request), Configurations, snapshot.Tenant.Benchmark.Settings);
    }

    private async Task AnswerProfilesAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var totals = await snapshot.Findings.BaselinesAsync().WaitAsync(context.RequestAborted);
        IReadOnlyList<BaselineProfileRow> rows =
        [
            .. snapshot.Tenant.Benchmark.Profiles
                .Where(profile => snapshot.Tenant.Given is not null || profile.CreatedOn <= snapshot.Mark.At)
                .Select(profile => new BaselineProfileRow(profile, totals.PassedOf(profile), totals.TotalOf(profile))),
        ];
        await _profiles.AnswerAsync(context, links.ApiBase(context.Request), Profiles, rows);
    }
}

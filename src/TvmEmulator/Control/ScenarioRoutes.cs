using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.OData;
using TvmEmulator.Scenarios;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary>
/// <c>POST /_emulator/scenario</c>: a scenario for a world that is at work. What it mentions takes the place of what was there, all or nothing;
/// a reset returns to what the emulator was started with.
/// </summary>
internal sealed class ScenarioRoutes(ControlWorld worlds, EmulatorOptions options)
{
    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/_emulator/scenario", worlds.Writes(ApplyAsync));

    private async Task ApplyAsync(HttpContext context, World world)
    {
        var (scenario, errors) = ScenarioReader.Read(await ControlText.ReadAsync(context));
        var wrong = scenario is null ? errors : Apply(world, scenario);
        if (wrong.Count > 0)
        {
            await ControlAnswer.RefuseAsync(context, Refusal.BadRequest(string.Join("; ", wrong)));
            return;
        }

        await world.Snapshots.NewestAsync(context.RequestAborted);
        await ControlAnswer.WriteAsync(context, ScenarioState.Of(world), ControlAnswer.Json.ScenarioState);
    }

    private IReadOnlyList<string> Apply(World world, Scenario scenario)
    {
        if (IdleFaults.ReasonAmong(scenario.Faults ?? [], options) is { } idle)
            return [idle];

        try
        {
            return world.TryApply(scenario)
                ? []
                : [$"clocks: it is {ControlTime.Text(world.Time.GetUtcNow())}; service time goes back only by POST {ControlAnswer.Path}/reset, and at most {ServiceClock.MostAhead.TotalDays} days ahead of the wall clock"];
        }
        catch (OverlayException wrong)
        {
            return [.. ControlAnswer.Shortened(wrong.Problems.Select(problem => "overlay." + problem))];
        }
    }
}

using TvmEmulator.OData;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>GET /_emulator/worlds</c>, and <c>PUT</c>, <c>GET</c>, <c>DELETE /_emulator/worlds/{id}</c>: tenants beside the default one.</summary>
internal sealed class WorldRoutes(WorldRegistry registry, InfoRoutes info)
{
    private const string One = "/_emulator/worlds/{id}";

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_emulator/worlds", ListAsync);
        routes.MapGet(One, ReadAsync);
        routes.MapPut(One, PutAsync);
        routes.MapDelete(One, DropAsync);
    }

    private Task ListAsync(HttpContext context) =>
        ControlAnswer.WriteAsync(context, [.. registry.All.Select(WorldState.Of)], ControlAnswer.Json.IReadOnlyListWorldState);

    private Task ReadAsync(HttpContext context) => registry.Find(registry.IdOf(NameIn(context))) is { } world
        ? info.AnswerAsync(context, world)
        : ControlAnswer.RefuseAsync(context, ControlWorld.NotFound(NameIn(context)));

    private async Task PutAsync(HttpContext context)
    {
        var name = NameIn(context);
        var body = await ControlBody.ReadAsync(context);
        var settings = ReadSettings(body, registry.Start);
        if ((ControlWorld.RefuseName(name) ?? RefuseDefault(name) ?? body.Refuse()) is { } refusal)
            await ControlAnswer.RefuseAsync(context, refusal);
        else
            await MakeAsync(context, name, settings);
    }

    private async Task MakeAsync(HttpContext context, string name, WorldSettings settings)
    {
        try
        {
            var world = registry.Put(name, settings);
            world.IsEstablished = true;
            await info.AnswerAsync(context, world);
        }
        catch (OverlayException wrong)
        {
            // The start-up scenario may name devices that another seed does not have.
            await ControlAnswer.RefuseAsync(context, Refusal.BadRequest(string.Join("; ", ControlAnswer.Shortened(wrong.Problems.Select(problem => "the start-up scenario's overlay." + problem)))));
        }
    }

    private Task DropAsync(HttpContext context)
    {
        var name = NameIn(context);
        if ((RefuseDefault(name) ?? (registry.Drop(registry.IdOf(name)) ? null : ControlWorld.NotFound(name))) is { } refusal)
            return ControlAnswer.RefuseAsync(context, refusal);

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>What is not said is as the emulator was started.</summary>
    internal static WorldSettings ReadSettings(ControlBody body, WorldSettings start)
    {
        var seed = body.WholeNumber("seed", long.MinValue, long.MaxValue);
        var devices = body.WholeNumber("devices", 1, Tenant.MostDevices);
        var dataTime = body.Parsed("dataTime", $"live or a time from {ControlTime.Text(SnapshotMark.Earliest)} to {ControlTime.Text(SnapshotMark.Latest)}", NewestMark.Parse);
        return start with
        {
            Seed = seed ?? start.Seed,
            Devices = (int)(devices ?? start.Devices),
            Given = seed is null && devices is null ? start.Given : null,
            DataTime = dataTime is { } time ? time.Mark : start.DataTime,
        };
    }

    private Refusal? RefuseDefault(string name) => registry.IdOf(name) == registry.Default.TenantId
        ? new Refusal(
            StatusCodes.Status409Conflict,
            "Conflict",
            "The default world can be neither replaced nor dropped: start with --seed, --devices and --data-time, or make a world with another name.")
        : null;

    private static string NameIn(HttpContext context) => (string)context.GetRouteValue("id")!;

    /// <summary>A data time as it is written: a mark, or none for <c>live</c>.</summary>
    private readonly record struct NewestMark(SnapshotMark? Mark)
    {
        public static NewestMark? Parse(string text) =>
            text == "live" ? new NewestMark(null)
            : ControlTime.Parse(text) is { } time && SnapshotMark.AtOrBefore(time) is var mark && mark >= SnapshotMark.Earliest && mark <= SnapshotMark.Latest ? new NewestMark(mark)
            : null;
    }
}

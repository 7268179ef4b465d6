using TvmEmulator.OData;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>POST /_emulator/snapshots/next</c>: data time goes on, and the newest snapshot is another one.</summary>
internal sealed class SnapshotRoutes(ControlWorld worlds)
{
    private const int MostSteps = 1000;

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/_emulator/snapshots/next", worlds.Writes(MoveOnAsync));

    private static async Task MoveOnAsync(HttpContext context, World world)
    {
        var body = await ControlBody.ReadAsync(context);
        var count = (int)(body.WholeNumber("count", 1, MostSteps) ?? 1);
        if ((body.Refuse() ?? MoveOn(world.DataTime, count)) is { } refusal)
        {
            await ControlAnswer.RefuseAsync(context, refusal);
            return;
        }

        // Who has the answer need not wait for the snapshot any more.
        var newest = await world.Snapshots.NewestAsync(context.RequestAborted);
        var state = new SnapshotState(ControlTime.Text(newest.Mark), [.. world.Snapshots.Kept.Select(ControlTime.Text)]);
        await ControlAnswer.WriteAsync(context, state, ControlAnswer.Json.SnapshotState);
    }

    private static Refusal? MoveOn(DataClock time, int count) =>
        time.TryMoveOn(count) ? null
        : time.IsLive ? Refusal.BadRequest("Data time follows service time: advance that instead, POST /_emulator/clock/advance {\"by\":\"06:00:00\"}.")
        : Refusal.BadRequest($"count: the last snapshot is {ControlTime.Text(SnapshotMark.Latest)}, the newest one is {ControlTime.Text(time.NewestMark)}.");
}

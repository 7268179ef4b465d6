using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>GET /_emulator/clock</c> and <c>POST /_emulator/clock/advance</c>: service time, which quotas, tokens and links are judged by.</summary>
internal sealed class ClockRoutes(ControlWorld worlds)
{
    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_emulator/clock", worlds.Reads(AnswerAsync));
        routes.MapPost("/_emulator/clock/advance", worlds.Writes(AdvanceAsync));
    }

    private static Task AnswerAsync(HttpContext context, World world) => ControlAnswer.WriteAsync(context, ClockState.Of(world), ControlAnswer.Json.ClockState);

    private static async Task AdvanceAsync(HttpContext context, World world)
    {
        var body = await ControlBody.ReadAsync(context);
        var by = body.Parsed("by", DurationText.Needed, Signed);
        var to = body.Time("to");
        var freeze = body.Flag("freeze");
        if ((body.Refuse() ?? Move(world.Time, by, to, freeze)) is { } refusal)
            await ControlAnswer.RefuseAsync(context, refusal);
        else
            await AnswerAsync(context, world);
    }

    // Durations have no sign; who writes one is told that time does not go back.
    private static TimeSpan? Signed(string text) => text.StartsWith('-') ? -DurationText.Parse(text[1..]) : DurationText.Parse(text);

    private static Refusal? Move(ServiceClock time, TimeSpan? by, DateTimeOffset? to, bool? freeze)
    {
        if (by < TimeSpan.Zero)
            return Refusal.BadRequest("by: service time goes back only by POST /_emulator/reset.");
        if (by is not null && to is not null)
            return Refusal.BadRequest("by and to cannot stand together.");
        if (by is null && to is null && freeze is null)
            return Refusal.BadRequest("by, to or freeze is needed.");
        if (to is { } past && past < time.GetUtcNow())
            return Refusal.BadRequest($"to: it is {ControlTime.Text(time.GetUtcNow())} already; service time goes back only by POST /_emulator/reset.");

        var moved = to is { } moment ? time.TryMoveTo(moment, freeze) : time.TryAdvance(by ?? TimeSpan.Zero, freeze);
        return moved ? null : Refusal.BadRequest($"Service time can be at most {ServiceClock.MostAhead.TotalDays} days ahead of the wall clock.");
    }
}

using TvmEmulator.OData;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>POST /_emulator/reset</c>: a world, or all of them, as they were when they were made.</summary>
internal sealed class ResetRoutes(ControlWorld worlds, WorldRegistry registry)
{
    private static readonly (string Name, WorldParts Part)[] Parts =
    [
        ("quotas", WorldParts.Quotas),
        ("faults", WorldParts.Faults),
        ("journal", WorldParts.Journal),
        ("clock", WorldParts.Clock),
        ("dataTime", WorldParts.DataTime),
        ("overlay", WorldParts.Overlay),
        ("clients", WorldParts.Clients),
    ];

    private static readonly string Needed = $"a list of {string.Join(", ", Parts.Select(part => part.Name))}";

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/_emulator/reset", worlds.Writes(ResetAsync));

    private async Task ResetAsync(HttpContext context, World world)
    {
        var body = await ControlBody.ReadAsync(context);
        var isAll = body.Flag("all") ?? false;
        var parts = ReadParts(body);
        var refusal = body.Refuse() ?? (isAll && context.Request.Query.ContainsKey(ControlWorld.Parameter)
            ? Refusal.BadRequest($"all and ?{ControlWorld.Parameter}= cannot stand together.")
            : null);
        if (refusal is not null)
        {
            await ControlAnswer.RefuseAsync(context, refusal);
            return;
        }

        IReadOnlyList<World> chosen = isAll ? registry.All : [world];
        foreach (var one in chosen)
            one.Reset(parts);
        var state = new ResetState([.. chosen.Select(one => one.Name)], [.. Parts.Where(part => parts.HasFlag(part.Part)).Select(part => part.Name)]);
        await ControlAnswer.WriteAsync(context, state, ControlAnswer.Json.ResetState);
    }

    private static WorldParts ReadParts(ControlBody body)
    {
        if (body.Texts("only", Needed) is not { } names)
            return WorldParts.All;

        var parts = WorldParts.None;
        foreach (var name in names)
        {
            var named = Parts.FirstOrDefault(part => part.Name == name).Part;
            if (named == WorldParts.None)
                body.Note("only", Needed);
            parts |= named;
        }

        if (names.Count == 0)
            body.Note("only", Needed);
        return parts;
    }
}

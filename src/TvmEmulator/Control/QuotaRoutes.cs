using System.Collections.Immutable;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>GET</c> and <c>PUT /_emulator/quotas</c>: limits of each route, and what callers have used of them.</summary>
internal sealed class QuotaRoutes(ControlWorld worlds, EndpointDataSource endpoints)
{
    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_emulator/quotas", worlds.Reads(AnswerAsync));
        routes.MapPut("/_emulator/quotas", worlds.Writes(SetAsync));
    }

    private Task AnswerAsync(HttpContext context, World world) =>
        ControlAnswer.WriteAsync(context, QuotaState.Of(world.Quotas, CountedRoutes()), ControlAnswer.Json.QuotaState);

    private async Task SetAsync(HttpContext context, World world)
    {
        var body = await ControlBody.ReadAsync(context);
        var settings = ReadSettings(body, CountedRoutes());
        if (body.Refuse() is { } refusal)
        {
            await ControlAnswer.RefuseAsync(context, refusal);
            return;
        }

        world.Quotas.Set(settings);
        await AnswerAsync(context, world);
    }

    /// <summary>What is not said is as published.</summary>
    internal static QuotaSettings ReadSettings(ControlBody body, IReadOnlyList<ApiRoute> counted)
    {
        var settings = new QuotaSettings(
            body.Flag("enabled") ?? true,
            body.Number("factor", QuotaSettings.LeastFactor, QuotaSettings.MostFactor) ?? 1,
            ImmutableDictionary<string, QuotaLimits>.Empty);

        var limits = settings.Limits.ToBuilder();
        foreach (var entry in body.List("limits"))
        {
            var needed = $"one of {string.Join(", ", counted.Select(route => route.Name))}";
            var name = entry.Text("route", needed);
            var perMinute = entry.WholeNumber("perMinute", 1, QuotaSettings.MostCalls);
            var perHour = entry.WholeNumber("perHour", 1, QuotaSettings.MostCalls);
            if (counted.FirstOrDefault(route => route.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } route)
                entry.Note("route", needed);
            else if (!limits.TryAdd(route.Name, Over(settings.LimitsOf(route.Name, route.Quota!.Value), perMinute, perHour)))
                entry.Note("route", "one entry for each route");
        }

        return settings with { Limits = limits.ToImmutable() };
    }

    private static QuotaLimits Over(QuotaLimits limits, long? perMinute, long? perHour) =>
        new((int)(perMinute ?? limits.PerMinute), (int)(perHour ?? limits.PerHour));

    private List<ApiRoute> CountedRoutes() =>
    [
        .. endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<ApiRoute>())
            .OfType<ApiRoute>()
            .Where(route => route.Quota is not null)
            .DistinctBy(route => route.Name, StringComparer.Ordinal)
            .OrderBy(route => route.Name, StringComparer.Ordinal),
    ];
}

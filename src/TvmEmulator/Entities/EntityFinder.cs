using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities;

/// <summary>Finds what the <c>{id}</c> of a route names in the newest snapshot, for all routes at and below an entity.</summary>
/// <param name="find">Finds what an id names, or says that there is no such thing.</param>
internal sealed class EntityFinder<T>(Func<Snapshot, string, CancellationToken, Task<(T? Found, Refusal? Refusal)>> find)
{
    /// <summary>The handler of a route: finds, then answers for what was found, or with the refusal.</summary>
    public RequestDelegate Then(Func<HttpContext, Snapshot, T, Task> answer) => async context =>
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var id = (string)context.GetRouteValue("id")!;
        var (found, refusal) = await find(snapshot, id, context.RequestAborted);
        if (refusal is not null && id.Equals("$count", StringComparison.OrdinalIgnoreCase))
            refusal = refusal with { Reason = Refusal.InsteadOfCountPath };
        await (refusal is null ? answer(context, snapshot, found!) : ErrorEnvelope.WriteAsync(context, refusal));
    };
}

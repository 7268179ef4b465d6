using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities;

/// <summary>The routes below the <c>{id}</c> of an entity: they answer for what it names in the newest snapshot.</summary>
/// <param name="find">Finds what an id names, or says that there is no such thing.</param>
internal sealed class ById<T>(Func<Snapshot, string, CancellationToken, Task<(T? Found, Refusal? Refusal)>> find)
{
    /// <summary>A route's handler: it answers for what was found, and the refusal is answered for it otherwise.</summary>
    public RequestDelegate Then(Func<HttpContext, Snapshot, T, Task> answer) => async context =>
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var (found, refusal) = await find(snapshot, (string)context.GetRouteValue("id")!, context.RequestAborted);
        await (refusal is null ? answer(context, snapshot, found!) : ErrorEnvelope.WriteAsync(context, refusal));
    };
}

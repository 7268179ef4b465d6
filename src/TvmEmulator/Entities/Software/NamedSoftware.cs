using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Software;

/// <summary>Finds the product that the <c>{id}</c> of a route names.</summary>
internal static class NamedSoftware
{
    /// <summary>A route's handler: it answers for a product that some device has in the newest snapshot, and 404 is answered for it otherwise.</summary>
    public static RequestDelegate Then(Func<HttpContext, Snapshot, Product, Task> answer) => async context =>
    {
        var id = (string)context.GetRouteValue("id")!;
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var product = snapshot.Tenant.Catalog.Find(id);
        if (product is not null && snapshot.VersionsOf(product) > 0)
        {
            await answer(context, snapshot, product);
            return;
        }

        var reason = product is null
            ? $"no software has the id '{id}'; ids look like microsoft-_-edge, GET /_emulator names one"
            : $"no device has '{product.Id}' in snapshot {snapshot.Mark}";
        await ErrorEnvelope.WriteAsync(context, Refusal.ResourceNotFound($"Software {id} was not found", reason));
    };
}

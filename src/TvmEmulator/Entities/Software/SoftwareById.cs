using TvmEmulator.OData;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Software;

/// <summary>Finds products that some device has by their ids.</summary>
internal static class SoftwareById
{
    /// <summary>The finder of all routes with the id of a product.</summary>
    public static EntityFinder<Product> Finder { get; } = new((snapshot, id, _) => Task.FromResult(Find(snapshot, id)));

    private static (Product? Found, Refusal? Refusal) Find(Snapshot snapshot, string id)
    {
        var product = snapshot.Tenant.Catalog.Find(id);
        if (product is not null && snapshot.VersionsOf(product) > 0)
            return (product, null);

        var reason = product is null
            ? $"no software has the id '{id}'; ids look like microsoft-_-edge, GET /_emulator names one"
            : $"no device has '{product.Id}' in snapshot {snapshot.Mark}";
        return (null, Refusal.ResourceNotFound($"Software {id} was not found", reason));
    }
}

using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.BrowserExtensions;

namespace TvmEmulator.Entities.BrowserExtensions;

/// <summary><c>GET /api/browserextensions/permissionsinfo</c>: what the permissions mean that browser extensions ask for.</summary>
internal sealed class BrowserExtensionRoutes(EmulatorOptions options, LinkBase links)
{
    private const string Path = "/api/browserextensions/permissionsinfo";

    private static readonly ApiRoute List = ApiRoute.OfDocument("BrowserExtensionPermissions", Permission.Software);

    private readonly EntityList<PermissionInfo> _permissions =
        new(PermissionInfoShape.Shape, PermissionInfoShape.ContextOf(options.Contract));

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, AnswerAsync).WithMetadata(List);

    private async Task AnswerAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        await _permissions.AnswerAsync(context, links.ApiBase(context.Request), Path, snapshot.Tenant.BrowserPermissions);
    }
}

using TvmEmulator.Identity;
using TvmEmulator.Worlds;

namespace TvmEmulator.Pipeline;

/// <summary>Finds out whose a request is: its caller, and the world that a token endpoint's path, a token or a blob's path names.</summary>
internal sealed class ExchangeStart(RequestDelegate next, WorldRegistry worlds, CallerReader callers)
{
    private const string OrgId = "OrgId=";

    // The text of a GUID.
    private const int IdLength = 36;

    public Task InvokeAsync(HttpContext context)
    {
        var route = context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>();
        var caller = callers.Read(context.Request.Headers.Authorization.ToString());
        context.Features.Set(new Exchange(WorldOf(context, caller, route) ?? worlds.Default, caller, route));
        return next(context);
    }

    private World? WorldOf(HttpContext context, Caller caller, ApiRoute? route)
    {
        // At the login service the path says which tenant is meant, whatever token comes along.
        if (route is { Kind: RouteKind.Token })
            return OfLogin(context);
        if (caller.TenantId is { } tenant)
            return worlds.Find(tenant) ?? worlds.Open(tenant.ToString());
        return route is { Kind: RouteKind.Blob } ? OfBlob(context.Request.Path.Value ?? "") : null;
    }

    /// <summary>Only a request for a token makes a world: documents are asked for by whoever passes by.</summary>
    private World? OfLogin(HttpContext context)
    {
        if (TenantName.Read(context.GetRouteValue("tenant") as string) is not { } tenant)
            return null;
        return HttpMethods.IsPost(context.Request.Method) ? worlds.Open(tenant) : worlds.Find(worlds.IdOf(tenant));
    }

    /// <summary>The path arrives decoded, also where a client wrote <c>OrgId%3D</c>.</summary>
    private World? OfBlob(string path)
    {
        var at = path.IndexOf(OrgId, StringComparison.Ordinal) + OrgId.Length;
        return at >= OrgId.Length && at + IdLength <= path.Length && Guid.TryParseExact(path.AsSpan(at, IdLength), "D", out var tenant)
            ? worlds.Find(tenant)
            : null;
    }
}

using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Tls;

/// <summary>
/// Host mode: the name that a caller uses says which part of the service answers, as if each were a machine of its own. Under any other name,
/// such as localhost, everything is there. The emulator's own pages are on every host.
/// </summary>
internal static class ServiceHostRouting
{
    /// <summary>Paths on the host of a storage account begin with the container; the routes have the account before it. Stands before routing.</summary>
    public static Task PlaceAccount(HttpContext context, RequestDelegate next)
    {
        if (ServiceHosts.AccountOf(context.Request.Host.Host) is { } account)
            context.Request.Path = new PathString("/" + account).Add(context.Request.Path);
        return next(context);
    }

    /// <summary>Answers 404 for a route that is on another host. Stands behind routing; what comes after it sees a request without a route.</summary>
    public static Task KeepApart(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is { } route && PartOf(host) is { } part && part != PartOf(route.Kind))
            context.SetEndpoint(new Endpoint(refused => RefuseAsync(refused, $"{host} answers {part}; this route is one of {PartOf(route.Kind)}"), null, null));
        return next(context);
    }

    private static string? PartOf(string host)
    {
        if (ServiceHosts.IsApi(host))
            return Part.Api;
        if (ServiceHosts.IsLogin(host))
            return Part.Login;
        return ServiceHosts.AccountOf(host) is null ? null : Part.Blobs;
    }

    private static string PartOf(RouteKind kind) => kind switch
    {
        RouteKind.Token => Part.Login,
        RouteKind.Blob => Part.Blobs,
        _ => Part.Api,
    };

    private static Task RefuseAsync(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        Hint.Set(context, reason);
        return context.Response.WriteAsync(reason + "\n", context.RequestAborted);
    }

    /// <summary>The parts of the service, as a person reads them.</summary>
    private static class Part
    {
        public const string Api = "the API";
        public const string Login = "the login service";
        public const string Blobs = "a storage account";
    }
}

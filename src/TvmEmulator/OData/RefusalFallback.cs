using Microsoft.AspNetCore.Connections;
using TvmEmulator.Worlds;

namespace TvmEmulator.OData;

/// <summary>
/// Puts the service's envelope around what no route answered: unknown routes (404), wrong methods (405) and faults of the emulator itself
/// (500). It stands outside of everything else below <c>/api</c>, so that no answer there is ever bare.
/// </summary>
internal sealed partial class RefusalFallback(RequestDelegate next, World world, EndpointDataSource endpoints, ILogger<RefusalFallback> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && IsApi(context) && RefusalOf(context) is { } refusal)
                await ErrorEnvelope.WriteAsync(context, world, refusal);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ConnectionResetException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; there is nobody to answer.
        }
        catch (BadHttpRequestException wrong) when (!context.Response.HasStarted)
        {
            await ErrorEnvelope.WriteAsync(context, world, new Refusal(wrong.StatusCode, "BadRequest", wrong.Message));
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(logger, fault, context.Request.Method, context.Request.Path);
            await ErrorEnvelope.WriteAsync(context, world, new Refusal(StatusCodes.Status500InternalServerError, "InternalServerError", "", "the emulator failed; its log says why"));
        }
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private Refusal? RefusalOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new Refusal(
            StatusCodes.Status404NotFound, "NotFound", $"No route is at {context.Request.Path}", $"unknown route, nearest is {NearestRoute(context.Request.Path)}"),
        StatusCodes.Status405MethodNotAllowed => new Refusal(
            StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", $"The method {context.Request.Method} is not allowed here, only {context.Response.Headers.Allow}"),
        _ => null,
    };

    private string NearestRoute(string path)
    {
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
            .Where(route => route.StartsWith("/api/", StringComparison.Ordinal));
        return EditDistance.Nearest(path, routes) ?? "/api/$metadata";
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception fault, string method, string path);
}

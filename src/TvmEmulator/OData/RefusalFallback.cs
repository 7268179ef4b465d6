using Microsoft.AspNetCore.Connections;
using TvmEmulator.Control;
using TvmEmulator.Pipeline;

namespace TvmEmulator.OData;

/// <summary>
/// Answers what no route answered: unknown routes (404), wrong methods (405) and faults of the emulator itself (500), below <c>/api</c> in the
/// service's envelope, below <c>/_emulator</c> in the control API's, elsewhere in a line of text, and always with a hint. What Kestrel refuses
/// before it is a request (no Host header, a target that is not ASCII) never gets here and stays bare.
/// </summary>
internal sealed partial class RefusalFallback(RequestDelegate next, EndpointDataSource endpoints, ILogger<RefusalFallback> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && RefusalOf(context) is { } refusal)
                await AnswerAsync(context, refusal);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ConnectionResetException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; there is nobody to answer.
        }
        catch (BadHttpRequestException wrong) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, new Refusal(wrong.StatusCode, "BadRequest", wrong.Message));
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(logger, fault, context.Request.Method, context.Request.Path);
            await AnswerAsync(context, new Refusal(StatusCodes.Status500InternalServerError, "InternalServerError", "", "the emulator failed; its log says why"));
        }
    }

    private static Task AnswerAsync(HttpContext context, Refusal refusal)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return ErrorEnvelope.WriteAsync(context, refusal);

        if (context.Request.Path.StartsWithSegments(ControlAnswer.Path, StringComparison.OrdinalIgnoreCase))
            return ControlAnswer.RefuseAsync(context, refusal with { Message = refusal.Reason ?? refusal.Message });

        var reason = refusal.Reason ?? refusal.Message;
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        Hint.Set(context, reason);
        return context.Response.WriteAsync(reason + "\n", context.RequestAborted);
    }

    private Refusal? RefusalOf(HttpContext context) => context.Response.StatusCode switch
    {
        // A route has answered, even if it has said nothing, as on HEAD.
        _ when context.Exchange().Route is not null => null,
        // Answers of routes have a length or a type; what routing leaves behind has neither.
        _ when context.Response.ContentLength is not null || context.Response.ContentType is not null => null,
        StatusCodes.Status404NotFound => new Refusal(
            StatusCodes.Status404NotFound, "NotFound", $"No route is at {context.Request.Path}", ReasonOfNotFound(context.Request.Path.Value ?? "")),
        StatusCodes.Status405MethodNotAllowed => new Refusal(
            StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", $"The method {context.Request.Method} is not allowed here, only {context.Response.Headers.Allow}"),
        _ => null,
    };

    private string ReasonOfNotFound(string path)
    {
        if (path.StartsWith("//", StringComparison.Ordinal))
            return "the path begins with two slashes: the base URL must not end in one";
        if (path.EndsWith("/$count", StringComparison.OrdinalIgnoreCase))
            return Refusal.InsteadOfCountPath;

        var isControl = new PathString(path).StartsWithSegments(ControlAnswer.Path, StringComparison.OrdinalIgnoreCase);
        var root = isControl ? ControlAnswer.Path + "/" : "/api/";
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
            .Where(route => route.StartsWith(root, StringComparison.Ordinal));
        if (EditDistance.Nearest(path, routes) is { } nearest)
            return $"unknown route, nearest is {nearest}";
        return isControl ? "there is no such call; GET /_emulator/openapi.json describes all" : "this route is not emulated; GET / says where to begin";
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception fault, string method, string path);
}

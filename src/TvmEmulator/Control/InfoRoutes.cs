using System.Text.Encodings.Web;
using System.Text.Json;
using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>GET /</c> and <c>GET /_emulator</c> (what this is and how to begin), <c>GET /_emulator/health/live</c> and <c>/ready</c>.</summary>
internal sealed class InfoRoutes(WorldRegistry worlds, EmulatorOptions options, LinkBase links, Readiness readiness)
{
    // Probes of compose files and load balancers send HEAD.
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    private static readonly InfoJson Json = new(new JsonSerializerOptions(InfoJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", GetAndHead, AnswerStartAsync);
        routes.MapMethods("/_emulator", GetAndHead, AnswerJsonAsync);
        routes.MapMethods("/_emulator/health/live", GetAndHead, context => AnswerTextAsync(context, "live\n"));
        routes.MapMethods("/_emulator/health/ready", GetAndHead, AnswerReadyAsync);
    }

    private async Task AnswerStartAsync(HttpContext context)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await AnswerJsonAsync(context);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await context.Response.WriteAsync(StartPage.Render(await InfoAsync(context)), context.RequestAborted);
    }

    private async Task AnswerJsonAsync(HttpContext context)
    {
        var info = await InfoAsync(context);
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, info, Json.EmulatorInfo, context.RequestAborted);
        await context.Response.WriteAsync("\n", context.RequestAborted);
    }

    private Task AnswerReadyAsync(HttpContext context)
    {
        context.Response.StatusCode = readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return AnswerTextAsync(context, readiness.IsReady ? "ready\n" : "starting\n");
    }

    private static Task AnswerTextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private async Task<EmulatorInfo> InfoAsync(HttpContext context) =>
        EmulatorInfo.Of(worlds.Default, await worlds.Default.Snapshots.NewestAsync(context.RequestAborted), options, links.Of(context.Request));
}

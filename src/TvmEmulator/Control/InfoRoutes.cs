using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>GET /</c> and <c>GET /_emulator</c> (what this is and how to begin), <c>GET /_emulator/health/live</c> and <c>/ready</c>.</summary>
internal sealed class InfoRoutes(WorldRegistry registry, ControlWorld worlds, EmulatorOptions options, LinkBase links, Readiness readiness)
{
    // Probes of compose files and load balancers send HEAD.
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", GetAndHead, AnswerStartAsync);
        routes.MapMethods("/_emulator", GetAndHead, worlds.Reads(AnswerAsync));
        routes.MapMethods("/_emulator/health/live", GetAndHead, context => AnswerTextAsync(context, "live\n"));
        routes.MapMethods("/_emulator/health/ready", GetAndHead, AnswerReadyAsync);
    }

    /// <summary>Describes a world; waits until it stands.</summary>
    public async Task AnswerAsync(HttpContext context, World world) =>
        await ControlAnswer.WriteAsync(context, await InfoAsync(context, world), ControlAnswer.Json.EmulatorInfo);

    private async Task AnswerStartAsync(HttpContext context)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await AnswerAsync(context, registry.Default);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await context.Response.WriteAsync(StartPage.Render(await InfoAsync(context, registry.Default)), context.RequestAborted);
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

    private async Task<EmulatorInfo> InfoAsync(HttpContext context, World world) =>
        EmulatorInfo.Of(world, await world.Snapshots.NewestAsync(context.RequestAborted), options, registry.All.Count, links.ApiBase(context.Request));
}

namespace TvmEmulator.Control;

/// <summary><c>GET /_emulator/openapi.json</c>: what the control API offers, for people and for generators of clients.</summary>
internal static class OpenApiRoutes
{
    /// <summary>The document.</summary>
    public static byte[] Document { get; } = Read();

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/_emulator/openapi.json", AnswerAsync);

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Document.Length;
        return context.Response.Body.WriteAsync(Document, context.RequestAborted).AsTask();
    }

    private static byte[] Read()
    {
        using var resource = typeof(OpenApiRoutes).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}

using System.Buffers;
using System.IO.Pipelines;
using TvmEmulator.Assessments;

namespace TvmEmulator.OData;

/// <summary>What all answers of the API have in common: headers as an OData service sends them, contexts, small bodies.</summary>
internal static class ODataAnswer
{
    /// <summary>Content type of every answer, errors included.</summary>
    public const string ContentType = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

    /// <summary>Namespace of the service's types.</summary>
    public const string Namespace = "microsoft.windowsDefenderATP.api";

    /// <summary>Begins a 200 answer.</summary>
    public static void Begin(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = ContentType;
        context.Response.Headers["OData-Version"] = "4.0";
    }

    /// <summary>The beginning of an answer's object: <c>{"@odata.context":"...$metadata#fragment"</c>.</summary>
    public static JsonText Context(string baseUrl, string fragment) =>
        new JsonText().Raw("{\"@odata.context\":").String($"{baseUrl}/api/$metadata#{fragment}");

    /// <summary>Answers with a body that is all in memory.</summary>
    public static async Task WriteAsync(HttpContext context, JsonText body)
    {
        Begin(context);
        context.Response.ContentLength = body.Length;
        var writer = context.Response.BodyWriter;
        Write(writer, body.ToArray());
        await writer.FlushAsync(context.RequestAborted);
    }

    /// <summary>Puts bytes into the answer's pipe without flushing.</summary>
    public static void Write(PipeWriter writer, ReadOnlySpan<byte> bytes) => BuffersExtensions.Write(writer, bytes);
}

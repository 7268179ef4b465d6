using System.Buffers;
using System.IO.Pipelines;
using TvmEmulator.Assessments;

namespace TvmEmulator.OData;

/// <summary>What all answers of the API have in common: headers as an OData service sends them, contexts, small bodies.</summary>
internal static class ODataAnswer
{
    /// <summary>Content type of every answer, errors included, to a caller who does not ask for another one.</summary>
    public const string ContentType = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

    /// <summary>Namespace of the service's types.</summary>
    public const string Namespace = "microsoft.windowsDefenderATP.api";

    /// <summary>Begins a 200 answer.</summary>
    public static void Begin(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        SetHeaders(context);
        if (AcceptedFormat.Of(context.Request).Hint is { } hint)
            Hint.Set(context, hint);
    }

    /// <summary>The headers of every answer in JSON, refusals included.</summary>
    public static void SetHeaders(HttpContext context)
    {
        context.Response.ContentType = AcceptedFormat.Of(context.Request).ContentType;
        context.Response.Headers["OData-Version"] = "4.0";
    }

    /// <summary>
    /// An answer's object up to the value of its first member, <c>{"@odata.context":"...$metadata#fragment","member":</c>; without the context for
    /// a caller who wants no metadata.
    /// </summary>
    public static JsonText Head(HttpContext context, string baseUrl, string fragment, string member)
    {
        var head = new JsonText().Raw("{");
        if (AcceptedFormat.Of(context.Request).HasContext)
            head.Raw("\"@odata.context\":").String($"{baseUrl}/api/$metadata#{fragment}").Raw(",");
        return head.String(member).Raw(":");
    }

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

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TvmEmulator.Pipeline;
using TvmEmulator.Worlds;

namespace TvmEmulator.OData;

/// <summary>The body of every refusal under <c>/api</c>: <c>{"error":{"code","message","target"}}</c> (contract: common-errors).</summary>
internal static class ErrorEnvelope
{
    private static readonly ErrorJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Answers with a refusal. <c>target</c> is a correlation id, as in the service; it follows from seed, time and request.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        ODataAnswer.SetHeaders(context);
        Hint.Set(context, refusal.Reason ?? refusal.Message);
        var envelope = new Envelope(new Error(refusal.Code, refusal.Message, CorrelationId(context, context.Exchange().World).ToString()));
        var body = JsonSerializer.SerializeToUtf8Bytes(envelope, Json.Envelope);
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static Guid CorrelationId(HttpContext context, World world)
    {
        var request = context.Request;
        return world.DeriveGuid($"{world.Time.GetUtcNow().UtcTicks} {request.Method} {request.Path} {request.QueryString}");
    }

    internal sealed record Envelope([property: JsonPropertyName("error")] Error Error);

    internal sealed record Error(
        [property: JsonPropertyName("code")] string Code,
        [property: JsonPropertyName("message")] string Message,
        [property: JsonPropertyName("target")] string Target);
}

[JsonSerializable(typeof(ErrorEnvelope.Envelope))]
internal sealed partial class ErrorJson : JsonSerializerContext;

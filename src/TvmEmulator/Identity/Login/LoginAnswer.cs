using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Identity.Login;

/// <summary>What all answers of the login service have in common, and its errors.</summary>
internal static class LoginAnswer
{
    private const string ClientRequestId = "client-request-id";

    /// <summary>Answers with a document that anybody may keep.</summary>
    public static Task WriteAsync<T>(HttpContext context, T document, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(document, type);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Answers with something that nobody may keep.</summary>
    public static Task WriteOnceAsync<T>(HttpContext context, T document, JsonTypeInfo<T> type)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        return WriteAsync(context, document, type);
    }

    /// <summary>Answers with an error, as Entra words it.</summary>
    public static Task RefuseAsync(HttpContext context, LoginRefusal refusal)
    {
        var world = context.Exchange().World;
        var now = world.Time.GetUtcNow();
        var trace = world.DeriveGuid($"trace {now.UtcTicks} {context.Request.Path} {refusal.Code}");
        var correlation = Guid.TryParse(context.Request.Headers[ClientRequestId], out var own)
            ? own
            : world.DeriveGuid($"correlation {now.UtcTicks} {context.Request.Path} {refusal.Code}");
        var timestamp = now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        context.Response.StatusCode = refusal.Status;
        context.Response.Headers["x-ms-request-id"] = trace.ToString();
        Hint.Set(context, refusal.Hint);
        return WriteOnceAsync(
            context,
            new LoginError(
                refusal.Error,
                $"AADSTS{refusal.Code}: {refusal.Text} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {timestamp}",
                [refusal.Code],
                timestamp,
                trace,
                correlation,
                $"https://login.microsoftonline.com/error?code={refusal.Code}"),
            LoginJson.Relaxed.LoginError);
    }
}

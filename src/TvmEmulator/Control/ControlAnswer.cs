using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TvmEmulator.OData;

namespace TvmEmulator.Control;

/// <summary>Answers of the control API: JSON, and <c>{"error":{"code","message"}}</c> for what is refused.</summary>
internal static class ControlAnswer
{
    /// <summary>What all paths of the control API begin with.</summary>
    public const string Path = "/_emulator";

    /// <summary>Content type of all answers.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>How answers are written that no type describes.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How answers are written: <c>+</c> and <c>'</c> stay as they are.</summary>
    public static ControlJson Json { get; } = new(new JsonSerializerOptions(ControlJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Answers with a value.</summary>
    public static async Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = ContentType;
        await JsonSerializer.SerializeAsync(context.Response.Body, value, type, context.RequestAborted);
        await context.Response.WriteAsync("\n", context.RequestAborted);
    }

    /// <summary>The first of many mistakes, and how many more there are.</summary>
    public static IEnumerable<string> Shortened(IEnumerable<string> mistakes)
    {
        const int Most = 50;
        var all = mistakes.ToList();
        return all.Count <= Most ? all : [.. all.Take(Most), $"{all.Count - Most} more are wrong"];
    }

    /// <summary>Answers with a refusal.</summary>
    public static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        Hint.Set(context, refusal.Reason ?? refusal.Message);
        return WriteAsync(context, new ControlError(new ControlError.Description(refusal.Code, refusal.Message)), Json.ControlError);
    }
}

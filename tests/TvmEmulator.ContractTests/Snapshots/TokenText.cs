using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace TvmEmulator.ContractTests.Snapshots;

/// <summary>Answers with what is new in every process, or every answer, replaced: tokens by what they say, keys and ids by their names.</summary>
internal static class TokenText
{
    /// <summary>The body of a token answer; the token in it is taken apart.</summary>
    public static string OfAnswer(string body)
    {
        var answer = JsonNode.Parse(body)!.AsObject();
        var parts = ((string)answer["access_token"]!).Split('.');
        var header = Part(parts[0]);
        Replace(header, "x5t", "kid");
        var claims = Part(parts[1]);
        Replace(claims, "uti");
        answer["access_token"] = new JsonArray(header, claims);
        return Text(answer);
    }

    /// <summary>A document with published keys.</summary>
    public static string OfKeys(string body)
    {
        var document = JsonNode.Parse(body)!.AsObject();
        foreach (var key in document["keys"]!.AsArray())
            Replace(key!.AsObject(), "kid", "x5t", "n");
        return Text(document);
    }

    private static JsonObject Part(string part) => JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)))!.AsObject();

    private static void Replace(JsonObject from, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            ((string?)from[name]).ShouldNotBeNullOrEmpty();
            from[name] = $"<{name}>";
        }
    }

    private static string Text(JsonObject document) =>
        document.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
}

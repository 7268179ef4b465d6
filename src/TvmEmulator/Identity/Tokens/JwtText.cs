using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TvmEmulator.Identity.Tokens;

/// <summary>A JSON web token taken apart: header and payload are objects, and there is a signature. Nothing of it is verified.</summary>
internal sealed class JwtText
{
    private readonly JsonElement _header;

    private JwtText(JsonElement header, JsonElement payload, byte[] signedText, byte[] signature)
    {
        _header = header;
        Payload = payload;
        SignedText = signedText;
        Signature = signature;
    }

    /// <summary>The claims.</summary>
    public JsonElement Payload { get; }

    /// <summary>What the signature is of.</summary>
    public byte[] SignedText { get; }

    /// <summary>The signature.</summary>
    public byte[] Signature { get; }

    /// <summary>Which key it says it was signed with.</summary>
    public string? KeyId => Text(_header, "kid");

    /// <summary>How it says it was signed.</summary>
    public string? Algorithm => Text(_header, "alg");

    /// <summary>Takes a text apart; null when it is no such token.</summary>
    public static JwtText? Read(string text)
    {
        // One more than there should be, so that a text of nothing but dots stays small.
        var parts = text.Split('.', 4);
        if (parts.Length != 3
            || Object(parts[0]) is not { } header
            || Object(parts[1]) is not { } payload
            || Decode(parts[2]) is not { Length: > 0 } signature)
        {
            return null;
        }

        return new JwtText(header, payload, Encoding.UTF8.GetBytes(text[..text.LastIndexOf('.')]), signature);
    }

    /// <summary>A claim that is a text; null when it is missing or something else.</summary>
    public string? Claim(string name) => Text(Payload, name);

    private static string? Text(JsonElement part, string name)
    {
        try
        {
            return part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A string of JSON, but not of Unicode.
            return null;
        }
    }

    private static JsonElement? Object(string part)
    {
        if (Decode(part) is not { } json)
            return null;

        try
        {
            return JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Decode(string part)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return Base64Url.DecodeFromChars(part, bytes, out _, out var length) == OperationStatus.Done ? bytes[..length] : null;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using TvmEmulator.TenantData;

namespace TvmEmulator.Redaction;

/// <summary>The texts of a piece of JSON, each with the rule of its column.</summary>
internal static class TextTokens
{
    /// <summary>Shows every text to a visitor.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static void Visit(ReadOnlySpan<byte> json, Action<ColumnRule, string> visit) => Copy(json, (rule, text) =>
    {
        visit(rule, text);
        return text;
    }, Stream.Null);

    /// <summary>Copies it with other texts. What is not another text stays as it is, byte for byte.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static void Copy(ReadOnlySpan<byte> json, Func<ColumnRule, string, string> change, Stream to)
    {
        if (JsonChunks.IsBlank(json))
        {
            to.Write(json);
            return;
        }

        var mark = json.Length - JsonChunks.WithoutMark(json).Length;
        to.Write(json[..mark]);
        json = json[mark..];
        var reader = new Utf8JsonReader(json);
        var (rule, depth, copied) = (ColumnRule.Text, 0, 0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                // Inside a certificate's holder, or a text of addresses, all belongs to it.
                if (reader.CurrentDepth <= depth || rule is not (ColumnRule.Holder or ColumnRule.Addresses))
                    (rule, depth) = (ColumnRules.Of(reader.GetString()!), reader.CurrentDepth);
                continue;
            }

            if (reader.TokenType != JsonTokenType.String || rule == ColumnRule.Public)
                continue;

            var text = reader.GetString()!;
            var changed = change(rule, text);
            if (changed == text)
                continue;

            to.Write(json[copied..((int)reader.TokenStartIndex + 1)]);
            to.Write(JsonEncodedText.Encode(changed, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            copied = (int)reader.BytesConsumed - 1;
        }

        to.Write(json[copied..]);
    }
}

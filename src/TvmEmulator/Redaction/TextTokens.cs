using System.Text.Encodings.Web;
using System.Text.Json;
using TvmEmulator.TenantData;

namespace TvmEmulator.Redaction;

/// <summary>The texts of a piece of JSON, each with the rule of its column.</summary>
internal static class TextTokens
{
    // What the rows of a page are in.
    private const string Rows = "value";

    /// <summary>Shows every text to a visitor, with the name of its column.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static void Visit(ReadOnlySpan<byte> json, Action<string, ColumnRule, string> visit) => Copy(json, (column, rule, text) =>
    {
        visit(column, rule, text);
        return text;
    }, Stream.Null);

    /// <summary>Copies it with other texts. What is not another text stays as it is, byte for byte.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static void Copy(ReadOnlySpan<byte> json, Func<string, ColumnRule, string, string> change, Stream to)
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
        var (column, columnDepth) = (Rows, 0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                // A column may hold objects, whose names are none of columns.
                if (reader.CurrentDepth <= columnDepth || column == Rows)
                    (column, columnDepth) = (name, reader.CurrentDepth);
                // Inside a certificate's holder, or a text of addresses, all belongs to it.
                if (reader.CurrentDepth <= depth || rule is not (ColumnRule.Holder or ColumnRule.Addresses))
                    (rule, depth) = (ColumnRules.Of(name), reader.CurrentDepth);
                continue;
            }

            if (reader.TokenType != JsonTokenType.String || rule == ColumnRule.Public)
                continue;

            var text = reader.GetString()!;
            var changed = change(column, rule, text);
            if (changed == text)
                continue;

            to.Write(json[copied..((int)reader.TokenStartIndex + 1)]);
            to.Write(JsonEncodedText.Encode(changed, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            copied = (int)reader.BytesConsumed - 1;
        }

        to.Write(json[copied..]);
    }
}

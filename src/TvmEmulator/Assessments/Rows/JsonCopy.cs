using System.Text.Json;

namespace TvmEmulator.Assessments.Rows;

/// <summary>Copies a value of JSON without blanks, and with the names in it in one casing.</summary>
internal static class JsonCopy
{
    /// <summary>Copies the value at which a reader stands; the reader stands at its end then.</summary>
    /// <exception cref="InvalidOperationException">A text is not valid.</exception>
    public static void Copy(ref Utf8JsonReader from, Utf8JsonWriter to, bool isPascal)
    {
        var depth = from.CurrentDepth;
        do
        {
            switch (from.TokenType)
            {
                case JsonTokenType.StartObject:
                    to.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    to.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    to.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    to.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    to.WritePropertyName(InCasing(from.GetString()!, isPascal));
                    break;
                case JsonTokenType.String:
                    to.WriteStringValue(from.GetString());
                    break;
                default:
                    to.WriteRawValue(from.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
        while ((from.CurrentDepth > depth || from.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && from.Read());
    }

    private static string InCasing(string name, bool isPascal) =>
        name.Length == 0 ? name : (isPascal ? char.ToUpperInvariant(name[0]) : char.ToLowerInvariant(name[0])) + name[1..];
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TvmEmulator.OData.Queries;

/// <summary>How values of entities are written.</summary>
internal static class RowJson
{
    /// <summary>As everywhere in the service's answers: <c>+</c> and letters of any script stay as they are.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>In UTC with a Z, and as many decimals as there are (contract: <c>2019-12-03T07:23:53.280499Z</c>).</summary>
    public static void Time(Utf8JsonWriter json, DateTimeOffset? value) => json.WriteStringValue(value!.Value.UtcDateTime);

    /// <summary>With all digits, as in the service: 17 for a double. JSON has no numbers that are not finite; OData writes them as text.</summary>
    public static void Double(Utf8JsonWriter json, double? value)
    {
        if (double.IsFinite(value!.Value))
            json.WriteNumberValue(value.Value);
        else
            json.WriteStringValue(double.IsNaN(value.Value) ? "NaN" : value > 0 ? "INF" : "-INF");
    }

    /// <summary>With 7 digits if they say it all, else with 9 (contract: an impactScore of <c>2.39947438</c>, where 2.3994744 would do).</summary>
    public static void Single(Utf8JsonWriter json, float value)
    {
        if (!float.IsFinite(value))
        {
            Double(json, value);
            return;
        }

        var text = value.ToString("G7", CultureInfo.InvariantCulture);
        json.WriteRawValue(float.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G9", CultureInfo.InvariantCulture));
    }

    /// <summary>An array of strings.</summary>
    public static void Texts(Utf8JsonWriter json, IReadOnlyList<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>An array of whole numbers.</summary>
    public static void Integers(Utf8JsonWriter json, IReadOnlyList<long?> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteNumberValue(value!.Value);
        json.WriteEndArray();
    }

    /// <summary>An object with all columns of a row.</summary>
    public static void Row<TRow>(Utf8JsonWriter json, IReadOnlyList<RowColumn<TRow>> columns, TRow row)
    {
        json.WriteStartObject();
        foreach (var column in columns)
            column.Write(json, row);
        json.WriteEndObject();
    }
}

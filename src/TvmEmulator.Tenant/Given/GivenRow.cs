using System.Text.Json;

namespace TvmEmulator.Tenants.Given;

/// <summary>A row that is kept as it was given.</summary>
/// <param name="Table">The rows that it is one of.</param>
/// <param name="Values">Numbers of the values of the rows of its device.</param>
/// <param name="First">Place of its own first value among them.</param>
public readonly record struct GivenRow(GivenTable Table, int[] Values, int First)
{
    /// <summary>The JSON of a column; empty when the row does not have it.</summary>
    public ReadOnlySpan<byte> Json(string column) => Table.ValueOf(NumberOf(column));

    /// <summary>The number of a column's value; equal values have equal numbers. 0 when the row does not have it.</summary>
    internal int NumberOf(string column) => Table.PlaceOf(column) is >= 0 and var place ? Values[First + place] : 0;

    /// <summary>The text of a column; null when it is none.</summary>
    internal string? Text(string column)
    {
        var reader = ReaderOf(column);
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    /// <summary>The number of a column; null when it is none.</summary>
    internal decimal? Number(string column)
    {
        var reader = ReaderOf(column);
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number) ? number : null;
    }

    /// <summary>The texts of a column; none when it is no list of texts.</summary>
    internal IReadOnlyList<string> Texts(string column)
    {
        var reader = ReaderOf(column);
        var texts = new List<string>();
        while (reader.TokenType == JsonTokenType.StartArray && reader.Read() && reader.TokenType == JsonTokenType.String)
            texts.Add(reader.GetString()!);
        return texts;
    }

    /// <summary>Whether a column is true.</summary>
    internal bool Is(string column) => Json(column).SequenceEqual("true"u8);

    private Utf8JsonReader ReaderOf(string column)
    {
        var reader = new Utf8JsonReader(Json(column) is { IsEmpty: false } json ? json : "null"u8);
        reader.Read();
        return reader;
    }
}

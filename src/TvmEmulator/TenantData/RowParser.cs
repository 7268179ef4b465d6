using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TvmEmulator.TenantData;

/// <summary>Reads the columns of rows into <see cref="RowValues"/> and checks what each holds. Columns that mean nothing to it are skipped.</summary>
internal sealed class RowParser(TenantDataProblems problems)
{
    // Longer names are none that is read.
    private const int MostNameBytes = 64;

    private readonly TextPool _pool = new();
    private readonly List<(byte[] Name, RowColumn? Column)> _order = [];
    private char[] _characters = new char[4096];

    /// <summary>What the last row says.</summary>
    public RowValues Values { get; } = new();

    /// <summary>Reads a row.</summary>
    /// <param name="reader">Stands at the beginning of an object, and then at its end.</param>
    /// <param name="place">Where the row is.</param>
    /// <returns>Whether all is well with it.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public bool Read(ref Utf8JsonReader reader, DataPlace place)
    {
        Values.Clear();
        _pool.BeginPaths();
        var isGood = true;
        for (var position = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; position++)
        {
            var column = ColumnAt(position, ref reader);
            reader.Read();
            if (column is not { } known)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType == JsonTokenType.Null || Problem(known, ref reader) is not { } problem)
                continue;
            isGood = false;
            problems.Add(place with { Column = RowColumns.NameOf(known) }, problem);
            reader.Skip();
        }

        Values.Paths = _pool.Paths(out var isTooLong);
        if (!isTooLong)
            return isGood;
        problems.Add(place with { Column = "diskPaths" }, $"the paths of a row may have {TextPool.MostPathBytes} bytes, all together");
        return false;
    }

    /// <summary>Rows of a file mostly have their columns in one order, so that the one at the same place is tried first.</summary>
    private RowColumn? ColumnAt(int position, ref Utf8JsonReader reader)
    {
        if (position < _order.Count && reader.ValueTextEquals(_order[position].Name))
            return _order[position].Column;

        var column = reader.ValueSpan.Length <= MostNameBytes && TryGetText(ref reader, out var name) ? RowColumns.Find(name.ToString()) : null;
        if (position == _order.Count && position < 2 * MostNameBytes)
            _order.Add((reader.ValueSpan.ToArray(), column));
        else if (position < _order.Count)
            _order[position] = (reader.ValueSpan.ToArray(), column);
        return column;
    }

    /// <summary>Keeps a value; answers what is wrong with it, or null.</summary>
    private string? Problem(RowColumn column, ref Utf8JsonReader reader)
    {
        switch (RowColumns.ShapeOf(column))
        {
            case ColumnShape.Text:
                return KeepText(column, ref reader);
            case ColumnShape.Paths:
                return KeepPaths(column, ref reader);
            case ColumnShape.WholeNumber:
                return Keep(column, WholeNumber(ref reader), "a whole number from 0 on", ref reader);
            case ColumnShape.Tenths:
                return Keep(column, Tenths(ref reader), "a number from 0 to 10", ref reader);
            case ColumnShape.Truth:
                return Keep(column, reader.TokenType is JsonTokenType.True ? 1 : reader.TokenType is JsonTokenType.False ? 0 : null, "true or false", ref reader);
            default:
                var isTime = reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && TimeText.TryRead(reader.ValueSpan, out var moment);
                return Keep(column, isTime ? MomentOf(ref reader) : null, "a time such as 2026-06-30 02:00:00", ref reader);
        }
    }

    private static long? MomentOf(ref Utf8JsonReader reader) => TimeText.TryRead(reader.ValueSpan, out var moment) ? moment.Seconds : null;

    private string? Keep(RowColumn column, long? value, string needed, ref Utf8JsonReader reader)
    {
        Values.Set(column, value);
        return value is null ? $"must be {needed}, not {Shown(ref reader)}" : null;
    }

    private string? KeepText(RowColumn column, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return $"must be text, not {Shown(ref reader)}";
        if (!TryGetText(ref reader, out var text))
            return "is not valid text";
        if (_pool.Text(text) is not { } kept)
            return $"has {text.Length} characters; at most {TextPool.MostTextBytes} bytes of JSON are allowed";
        Values.Set(column, kept);
        return null;
    }

    private string? KeepPaths(RowColumn column, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return $"must be a list of texts, not {Shown(ref reader)}";

        string? problem = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
                problem ??= $"must be a list of texts, and one of them is {Shown(ref reader)}";
            else if (!TryGetText(ref reader, out var path) || path.ContainsAnyInRange('\0', '\u001F'))
                problem ??= "holds a path that is not valid text";
            else
                _pool.AddPath(column == RowColumn.RegistryPaths, path);
            reader.Skip();
        }

        return problem;
    }

    /// <summary>The text of a name or value; false when it holds half of a character or bytes that are no UTF-8.</summary>
    private bool TryGetText(ref Utf8JsonReader reader, out ReadOnlySpan<char> text)
    {
        text = default;
        if (_characters.Length < reader.ValueSpan.Length)
            _characters = new char[2 * reader.ValueSpan.Length];
        try
        {
            text = _characters.AsSpan(0, reader.CopyString(_characters));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static long? WholeNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetInt32(out var number) && number >= 0 ? number : null;
        return reader.TokenType == JsonTokenType.String
            && Utf8Parser.TryParse(reader.ValueSpan, out int digits, out var used)
            && used == reader.ValueSpan.Length && digits >= 0
            ? digits
            : null;
    }

    private static long? Tenths(ref Utf8JsonReader reader)
    {
        decimal score;
        if (reader.TokenType == JsonTokenType.Number ? !reader.TryGetDecimal(out score)
            : !Utf8Parser.TryParse(reader.ValueSpan, out score, out var used) || used != reader.ValueSpan.Length)
        {
            return null;
        }

        return score is >= 0 and <= 10 ? (long)decimal.Round(score * 10) : null;
    }

    private static string Shown(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => $"'{Shortened(Encoding.UTF8.GetString(reader.ValueSpan))}'",
        _ => Shortened(Encoding.UTF8.GetString(reader.ValueSpan)),
    };

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "...";
}

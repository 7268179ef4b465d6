namespace TvmEmulator.Tenants.Given;

/// <summary>The rows of one assessment as they were given: JSON, column by column, each value kept once. A row takes four bytes a column.</summary>
public sealed class GivenTable
{
    private readonly Dictionary<string, int> _places;
    private readonly IReadOnlyList<byte[]> _values;
    private readonly IReadOnlyDictionary<string, int[]> _rows;

    /// <param name="columns">The names of the columns.</param>
    /// <param name="values">All values; the first one is empty and stands for none.</param>
    /// <param name="rows">The rows of each device, one after the other, as numbers of values.</param>
    internal GivenTable(IReadOnlyList<string> columns, IReadOnlyList<byte[]> values, IReadOnlyDictionary<string, int[]> rows)
    {
        _places = columns.Select((name, place) => (name, place)).ToDictionary(StringComparer.Ordinal);
        _values = values;
        _rows = rows;
    }

    /// <summary>How many rows a device has.</summary>
    public int CountOf(string device) => _rows.TryGetValue(device, out var values) ? values.Length / _places.Count : 0;

    /// <summary>Adds the rows of a device, in the order of the files.</summary>
    public void Find(string device, ICollection<GivenRow> rows)
    {
        foreach (var row in RowsOf(device))
            rows.Add(row);
    }

    /// <summary>The rows of a device, in the order of the files.</summary>
    internal IEnumerable<GivenRow> RowsOf(string device)
    {
        if (!_rows.TryGetValue(device, out var values))
            yield break;
        for (var first = 0; first < values.Length; first += _places.Count)
            yield return new GivenRow(this, values, first);
    }

    /// <summary>Place of a column; -1 when there is none with this name.</summary>
    internal int PlaceOf(string column) => _places.GetValueOrDefault(column, -1);

    /// <summary>The value with a number.</summary>
    internal ReadOnlySpan<byte> ValueOf(int number) => _values[number];
}

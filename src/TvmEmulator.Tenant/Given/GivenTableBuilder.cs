namespace TvmEmulator.Tenants.Given;

/// <summary>Collects the rows of one assessment, in any order of devices. A later row stands in place of an earlier one with the same key.</summary>
public sealed class GivenTableBuilder
{
    private readonly IReadOnlyList<string> _columns;
    private readonly int[] _keys;
    private readonly Dictionary<string, List<int>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _numbers =
        new Dictionary<byte[], int>(SameBytes.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    private readonly List<byte[]> _values = [[]];
    private readonly int[] _row;

    internal GivenTableBuilder(IReadOnlyList<string> columns, IEnumerable<string> keys)
    {
        _columns = columns;
        _keys = [.. keys.Select(key => columns.ToList().IndexOf(key))];
        _row = new int[columns.Count];
    }

    /// <summary>Rows in whose place a later one stands; known once it was built.</summary>
    internal int Repeated { get; private set; }

    /// <summary>Rows that are left; known once it was built.</summary>
    internal int Rows { get; private set; }

    /// <summary>Begins a row.</summary>
    public void Begin() => Array.Clear(_row);

    /// <summary>Sets a value of the row, as JSON.</summary>
    public void Set(int column, ReadOnlySpan<byte> json)
    {
        if (!_numbers.TryGetValue(json, out var number))
        {
            number = _values.Count;
            _values.Add(json.ToArray());
            _numbers[json] = number;
        }

        _row[column] = number;
    }

    /// <summary>Takes in the row.</summary>
    public void End(string device)
    {
        if (!_rows.TryGetValue(device, out var rows))
            _rows.Add(device, rows = []);
        rows.AddRange(_row);
    }

    internal GivenTable Build() => new(_columns, _values, _rows.ToDictionary(device => device.Key, device => LastOfEachKey(device.Value), StringComparer.Ordinal));

    /// <summary>A row stands where the first one with its key was.</summary>
    private int[] LastOfEachKey(List<int> values)
    {
        var last = new OrderedDictionary<int[], int[]>(SameNumbers.Instance);
        foreach (var row in values.Chunk(_columns.Count))
            last[Array.ConvertAll(_keys, key => row[key])] = row;
        Rows += last.Count;
        Repeated += values.Count / _columns.Count - last.Count;
        return [.. last.Values.SelectMany(row => row)];
    }
}

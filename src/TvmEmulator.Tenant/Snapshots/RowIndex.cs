namespace TvmEmulator.Tenants.Snapshots;

/// <summary>
/// Where each device's rows begin in a stream of rows: a prefix sum, so that row i is found in O(log n). Devices are counted by their
/// place in the stream, not by their ordinal.
/// </summary>
public sealed class RowIndex
{
    private readonly int[] _starts;

    internal RowIndex(ReadOnlySpan<int> rowsOfDevices)
    {
        _starts = new int[rowsOfDevices.Length + 1];
        for (var i = 0; i < rowsOfDevices.Length; i++)
            _starts[i + 1] = checked(_starts[i] + rowsOfDevices[i]);
    }

    /// <summary>Number of rows of the whole stream.</summary>
    public int Rows => _starts[^1];

    /// <summary>The first row of the device at a place; the place after the last device gives <see cref="Rows"/>.</summary>
    public int FirstRowOf(int place) => _starts[place];

    /// <summary>The place of the device that has a row, and how many of its rows come before.</summary>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    public (int Place, int Offset) Locate(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        var found = Array.BinarySearch(_starts, row);
        var place = found >= 0 ? found : ~found - 1;
        while (_starts[place + 1] == row)
            place++;
        return (place, row - _starts[place]);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using TvmEmulator.Assessments;
using TvmEmulator.Faults.Actions;

namespace TvmEmulator.Faults.Rows;

/// <summary>
/// Rows with changed columns. What it renders may be longer than a row can be, so a row may be spread over two destinations: it is for callers
/// that only hand the bytes on.
/// </summary>
internal sealed class ChangedRowReader : RowReader
{
    private readonly RowReader _rows;
    private readonly bool _writesNulls;
    private readonly Dictionary<string, Change> _changes = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _genuine = new byte[2 * MostRowBytes];
    private readonly ArrayBufferWriter<byte> _changed = new();
    private int _taken;

    /// <param name="rows">The genuine rows.</param>
    /// <param name="dress">What they look like.</param>
    /// <param name="faults">What is done to their columns, in this order.</param>
    public ChangedRowReader(RowReader rows, RowDress dress, IEnumerable<ColumnFault> faults)
    {
        _rows = rows;
        _writesNulls = dress == RowDress.PageRow;
        foreach (var fault in faults)
        {
            var isAdded = fault.Adds || (_changes.TryGetValue(fault.Name, out var earlier) && earlier.IsAdded);
            _changes[fault.Name] = new Change(new JsonText().String(fault.Name).Raw(":").ToArray(), Encoding.UTF8.GetBytes(fault.Json), isAdded);
        }
    }

    public override bool IsAtEnd => _taken == _changed.WrittenCount && _rows.IsAtEnd;

    public override int Fill(Span<byte> destination)
    {
        var written = 0;
        while (written < destination.Length && !IsAtEnd)
        {
            if (_taken == _changed.WrittenCount)
                Refill();
            var ready = _changed.WrittenSpan[_taken..];
            var copied = Math.Min(ready.Length, destination.Length - written);
            ready[..copied].CopyTo(destination[written..]);
            written += copied;
            _taken += copied;
        }

        return written;
    }

    private void Refill()
    {
        _changed.ResetWrittenCount();
        _taken = 0;
        var genuine = _genuine.AsSpan(0, _rows.Fill(_genuine));

        // Commas and line feeds stand between the rows as before.
        for (int start; (start = genuine.IndexOf((byte)'{')) >= 0;)
        {
            _changed.Write(genuine[..start]);
            genuine = genuine[start..];
            genuine = genuine[WriteChanged(genuine)..];
        }

        _changed.Write(genuine);
    }

    /// <summary>Writes the row that a text begins with, and answers how long it is in the text.</summary>
    private int WriteChanged(ReadOnlySpan<byte> text)
    {
        var start = _changed.WrittenCount;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            names.Add(name);
            var key = text[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
            reader.Read();
            var first = (int)reader.TokenStartIndex;
            reader.Skip();
            WriteColumn(start, key, _changes.TryGetValue(name, out var change) ? change.Value : text[first..(int)reader.BytesConsumed]);
        }

        foreach (var (name, change) in _changes)
        {
            if (change.IsAdded && !names.Contains(name))
                WriteColumn(start, change.Key, change.Value);
        }

        _changed.Write(_changed.WrittenCount == start ? "{}"u8 : "}"u8);
        return (int)reader.BytesConsumed;
    }

    private void WriteColumn(int start, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (!_writesNulls && value.SequenceEqual("null"u8))
            return;
        _changed.Write(_changed.WrittenCount == start ? "{"u8 : ","u8);
        _changed.Write(key);
        _changed.Write(value);
    }

    private sealed record Change(byte[] Key, byte[] Value, bool IsAdded);
}

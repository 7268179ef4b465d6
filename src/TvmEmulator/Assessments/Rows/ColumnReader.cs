using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Rows;

/// <summary>Renders rows column by column, one device after the other. A row that does not fit any more waits for the next destination.</summary>
internal sealed class ColumnReader<TRow> : RowReader
{
    private readonly Snapshot _snapshot;
    private readonly RowFinder<TRow> _find;
    private readonly RowShape<TRow> _shape;
    private readonly ColumnWriter _writer;
    private readonly bool _isPage;
    private readonly List<TRow> _rows = [];

    private DeviceFacts? _device;
    private int _place;
    private int _next;
    private int _rowsLeft;
    private bool _isFirst = true;
    private bool _isWaiting;

    public ColumnReader(RowIndex index, RowFinder<TRow> find, Snapshot snapshot, RowShape<TRow> shape, RowDress dress, int first, int count)
    {
        _find = find;
        _snapshot = snapshot;
        _shape = shape;
        _isPage = dress == RowDress.PageRow;
        _writer = new ColumnWriter(shape.IsPascal, shape.WritesNulls);
        _rowsLeft = Math.Clamp(index.Rows - first, 0, count);
        if (_rowsLeft == 0)
            return;

        var (place, offset) = index.Locate(first);
        MoveTo(place);
        _next = offset;
    }

    public override bool IsAtEnd => _rowsLeft == 0;

    public override int Fill(Span<byte> destination)
    {
        var written = 0;
        while (_rowsLeft > 0)
        {
            if (!_isWaiting)
                RenderNext();

            var row = _writer.Row;
            var room = destination[written..];
            _isWaiting = row.Length + 1 > room.Length;
            if (_isWaiting)
                break;

            written += _isPage ? CopyPageRow(row, room) : CopyLine(row, room);
            _isFirst = false;
            _rowsLeft--;
        }

        return written;
    }

    private int CopyPageRow(ReadOnlySpan<byte> row, Span<byte> room)
    {
        if (_isFirst)
        {
            row.CopyTo(room);
            return row.Length;
        }

        room[0] = (byte)',';
        row.CopyTo(room[1..]);
        return row.Length + 1;
    }

    private static int CopyLine(ReadOnlySpan<byte> row, Span<byte> room)
    {
        row.CopyTo(room);
        room[row.Length] = (byte)'\n';
        return row.Length + 1;
    }

    private void RenderNext()
    {
        while (_next == _rows.Count)
            MoveTo(_place + 1);
        _writer.Write(_shape.Columns, _device!, _rows[_next++]);
    }

    private void MoveTo(int place)
    {
        var device = _snapshot.DeviceAt(place);
        _rows.Clear();
        _find(_snapshot, device, _rows);
        _place = place;
        _next = 0;
        // Many devices have no rows of some kinds; names are made for those that have.
        _device = _rows.Count > 0 ? new DeviceFacts(_snapshot, device) : null;
    }
}

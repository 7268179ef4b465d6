using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Inventory;

/// <summary>Renders rows of the software inventory.</summary>
internal sealed class InventoryReader : RowReader
{
    // Account names are short, and at most a few stand in a row.
    private const int MostUserBytes = 1024;

    private readonly InventoryFragments _fragments;
    private readonly BlockCache<InventoryBlock> _blocks;
    private readonly byte[] _middle;

    private InventoryBlock? _block;
    private InventoryBlock.DeviceRows _device;
    private int _place;
    private int _next;
    private int _rowsLeft;
    private bool _isFirst = true;

    public InventoryReader(Snapshot snapshot, InventoryFragments fragments, BlockCache<InventoryBlock> blocks, int first, int count)
    {
        _fragments = fragments;
        _blocks = blocks;
        _middle = fragments.Middle;
        _rowsLeft = Math.Clamp(snapshot.Inventory.Rows - first, 0, count);
        if (_rowsLeft == 0)
            return;

        var (place, offset) = snapshot.Inventory.Locate(first);
        MoveTo(place);
        _next += offset;
    }

    public override bool IsAtEnd => _rowsLeft == 0;

    public override int Fill(Span<byte> destination)
    {
        var written = 0;
        while (_rowsLeft > 0)
        {
            while (_next == _device.End)
                MoveTo(_place + 1);

            ref readonly var row = ref _block!.Rows[_next];
            var room = destination[written..];
            if (_device.Head.Length + row.Text.Length + (row.HasUser ? MostUserBytes : 0) + 2 * TimestampText.Length + _middle.Length > room.Length)
                break;

            written += Render(room, row);
            _next++;
            _rowsLeft--;
        }

        return written;
    }

    private int Render(Span<byte> room, in InventoryBlock.Row row)
    {
        var head = _isFirst ? _device.Head.AsSpan(_fragments.BeforeLength) : _device.Head;
        _isFirst = false;
        head.CopyTo(room);
        var at = head.Length;

        var body = row.Text.AsSpan(0, row.Split);
        at += row.HasUser ? ColumnText.CopyWithUser(body, _device.User, room[at..]) : Copy(body, room[at..]);
        TimestampText.Write(row.FirstSeen, room[at..]);
        at += TimestampText.Length;
        if (_middle.Length > 0)
        {
            at += Copy(_middle, room[at..]);
            TimestampText.Write(_device.LastSeen, room[at..]);
            at += TimestampText.Length;
        }

        return at + Copy(row.Text.AsSpan(row.Split), room[at..]);
    }

    private static int Copy(ReadOnlySpan<byte> fragment, Span<byte> room)
    {
        fragment.CopyTo(room);
        return fragment.Length;
    }

    private void MoveTo(int place)
    {
        _block = _blocks.Holding(_block, place);
        _place = place;
        _device = _block.Of(place);
        _next = _device.First;
    }
}

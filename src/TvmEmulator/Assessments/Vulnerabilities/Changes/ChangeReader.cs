using System.Globalization;
using System.Text;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments.Vulnerabilities.Changes;

/// <summary>
/// Renders the changes of all devices from a mark to the newest one: seat by seat of the fleet, and for each from window to window. So the place of a row
/// is its seat and its number there, and nothing has to be counted to find it again.
/// </summary>
internal sealed class ChangeReader : RowReader
{
    private readonly Snapshot _newest;
    private readonly int _windows;
    private readonly DeviceComparison _comparison;
    private readonly bool _is2021;
    private readonly CancellationToken _cancellation;
    private readonly VulnerabilityFragments _fragments;
    private readonly VulnerabilityRows _oldRows, _newRows;

    private DeviceState _before, _after;
    private Installation? _oldInstallation, _newInstallation;
    private int _window;
    private int _next;
    private int _rowsLeft;
    private bool _isFirst = true;

    /// <param name="newest">The snapshot that changes lead to.</param>
    /// <param name="source">Fragments and changed releases of the snapshot.</param>
    /// <param name="since">The mark that changes begin at; at most <see cref="ChangedReleases.MostWindows"/> before the snapshot.</param>
    /// <param name="count">How many rows are wanted.</param>
    /// <param name="edition">How moments are written.</param>
    /// <param name="cancellation">Ends it when the caller leaves: seats without changes can follow each other for long.</param>
    public ChangeReader(Snapshot newest, ChangeSource source, SnapshotMark since, int count, ContractEdition edition, CancellationToken cancellation)
    {
        _newest = newest;
        (_before, _after) = (new DeviceState(newest.Tenant), new DeviceState(newest.Tenant));
        _windows = since.MarksBefore(newest.Mark);
        _comparison = new DeviceComparison(newest, source.Releases);
        _is2021 = edition == ContractEdition.Edition2021;
        _cancellation = cancellation;
        _fragments = source.Fragments;
        (_oldRows, _newRows) = (new VulnerabilityRows(_fragments), new VulnerabilityRows(_fragments));
        _rowsLeft = count;
        BeginSeat(0);
    }

    /// <summary>The seat of the next row, if there is one.</summary>
    public int Seat { get; private set; }

    /// <summary>How many rows of the seat come before the next one.</summary>
    public int Line { get; private set; }

    /// <summary>How many rows were rendered.</summary>
    public int Rows { get; private set; }

    public override bool IsAtEnd => _rowsLeft == 0 || !MoveOn();

    /// <summary>Goes on after a row; false when the seat has no such row.</summary>
    public bool TryMoveTo(int seat, int line)
    {
        if (seat >= _newest.Tenant.Fleet.Ordinals)
            return false;
        BeginSeat(seat);
        while (Line < line)
        {
            if (!MoveOn() || Seat != seat)
                return false;
            Pass(Math.Min(_comparison.Changes.Count - _next, line - Line));
        }

        return true;
    }

    /// <summary>Leaves out rows.</summary>
    /// <returns>How many there were.</returns>
    public int Skip(int count)
    {
        var skipped = 0;
        while (skipped < count && MoveOn())
        {
            var rows = Math.Min(_comparison.Changes.Count - _next, count - skipped);
            Pass(rows);
            skipped += rows;
        }

        return skipped;
    }

    /// <summary>Leaves out all rows that are wanted.</summary>
    /// <returns>How many there were.</returns>
    public int SkipAll()
    {
        var skipped = Skip(_rowsLeft);
        _rowsLeft = 0;
        return skipped;
    }

    /// <summary>Finds out whether there is another row, wanted or not.</summary>
    public bool MoveOn()
    {
        while (_next == _comparison.Changes.Count)
        {
            if (!MoveToNextWindow())
                return false;
        }

        return true;
    }

    public override int Fill(Span<byte> destination)
    {
        var written = 0;
        Span<byte> more = stackalloc byte[128];
        while (!IsAtEnd)
        {
            var change = _comparison.Changes[_next];
            var (rows, length) = (RowsOf(change), WriteMore(change, more));
            var rowLength = rows.TryWrite(change.Affected, more[..length], _isFirst, destination[written..]);
            if (rowLength == 0)
                break;

            written += rowLength;
            _isFirst = false;
            _rowsLeft--;
            Rows++;
            Pass(1);
        }

        return written;
    }

    private void Pass(int rows)
    {
        _next += rows;
        Line += rows;
    }

    /// <summary>The writer of the rows of one side, which has begun with the change's installation.</summary>
    private VulnerabilityRows RowsOf(in VulnerabilityChange change)
    {
        var isOld = change.Status == ChangeStatus.Fixed;
        var (rows, state) = isOld ? (_oldRows, _before) : (_newRows, _after);
        ref var begun = ref (isOld ? ref _oldInstallation : ref _newInstallation);
        if (begun == change.Installation)
            return rows;

        if (begun is null)
            rows.Begin(state.Device, state.Known, isOld ? LastSeenBefore(change) : state.LastSeen, _fragments.Of(state.Device, state.Installations));
        rows.Begin(change.Installation);
        begun = change.Installation;
        return rows;
    }

    /// <summary>A row is gone when the device says so, and it says so in its report; a device that is gone itself was there until then.</summary>
    private Moment LastSeenBefore(in VulnerabilityChange change) => _before.Device.Key == _after.Device.Key ? _after.LastSeen : change.At;

    private int WriteMore(in VulnerabilityChange change, Span<byte> more)
    {
        var at = change.At.Utc;
        var text = _is2021
            ? string.Create(CultureInfo.InvariantCulture, $",\"status\":\"{change.Status}\",\"eventTimestamp\":\"{at:yyyy-MM-dd HH:mm:ss.fffffff}\"")
            : string.Create(CultureInfo.InvariantCulture, $",\"status\":\"{change.Status}\",\"eventTimestamp\":\"{at:yyyy-MM-ddTHH:mm:ssZ}\"");
        return Encoding.UTF8.GetBytes(text, more);
    }

    private bool MoveToNextWindow()
    {
        if (_window == _windows)
        {
            if (_windows == 0 || Seat + 1 >= _newest.Tenant.Fleet.Ordinals)
                return false;
            BeginSeat(Seat + 1);
        }

        _window++;
        (_before, _after) = (_after, _before);
        _after.Fill(Seat, MomentOf(_window));
        _comparison.Compare(_before, _after, _windows - _window);
        (_next, _oldInstallation, _newInstallation) = (0, null, null);
        return true;
    }

    private void BeginSeat(int seat)
    {
        _cancellation.ThrowIfCancellationRequested();
        (Seat, Line, _window) = (seat, 0, 0);
        _next = _comparison.Changes.Count;
        _after.Fill(seat, MomentOf(0));
    }

    private Moment MomentOf(int window) => _newest.Mark.At.Plus((window - _windows) * SnapshotMark.Interval);
}

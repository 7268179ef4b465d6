using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Worlds;

/// <summary>Data time: which snapshot is the newest. It is pinned and moved on by hand, or follows service time.</summary>
internal sealed class DataClock
{
    private readonly SnapshotMark? _baseline;
    private readonly TimeProvider _service;
    private readonly Lock _gate = new();

    // An object, because a nullable mark is too wide to be read in one piece.
    private Pin? _pin;

    /// <param name="baseline">The mark that it begins at; null follows <paramref name="service"/>.</param>
    /// <param name="service">Service time.</param>
    public DataClock(SnapshotMark? baseline, TimeProvider service)
    {
        _baseline = baseline;
        _service = service;
        Reset();
    }

    /// <summary>Whether it follows service time.</summary>
    public bool IsLive => Volatile.Read(ref _pin) is null;

    /// <summary>The newest mark; never one that the catalog does not cover.</summary>
    public SnapshotMark NewestMark => Volatile.Read(ref _pin)?.Mark ?? Covered(SnapshotMark.AtOrBefore(_service.GetUtcNow()));

    /// <summary>Pins it to a mark; null lets it follow service time.</summary>
    public void Set(SnapshotMark? mark)
    {
        lock (_gate)
            Volatile.Write(ref _pin, mark is { } at ? new Pin(at) : null);
    }

    /// <summary>Moves a pinned one on by some steps of six hours; answers false, and does nothing, when it is live or would pass the last mark.</summary>
    public bool TryMoveOn(int marks)
    {
        lock (_gate)
        {
            if (_pin is not { Mark: var mark } || marks > mark.MarksBefore(SnapshotMark.Latest))
                return false;
            for (; marks > 0; marks--)
                mark = mark.Next;
            Set(mark);
            return true;
        }
    }

    /// <summary>Back to where it began.</summary>
    public void Reset() => Set(_baseline);

    private static SnapshotMark Covered(SnapshotMark mark) =>
        mark < SnapshotMark.Earliest ? SnapshotMark.Earliest : mark > SnapshotMark.Latest ? SnapshotMark.Latest : mark;

    private sealed record Pin(SnapshotMark Mark);
}

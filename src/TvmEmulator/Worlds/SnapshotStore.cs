using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Worlds;

/// <summary>
/// The snapshots of a tenant that can be read: the newest one and the eleven before it. They are counted when they are first asked for, and
/// the few that were asked for last are kept.
/// </summary>
internal sealed class SnapshotStore
{
    /// <summary>How many marks back from the newest can be read (chosen; the real service's retention is unknown).</summary>
    public const int KeptMarks = 12;

    private const int KeptInMemory = 2;

    private readonly Tenant _tenant;
    private readonly SnapshotMark? _pinned;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly LinkedList<(SnapshotMark Mark, Lazy<Task<Snapshot>> Snapshot)> _recent = [];

    /// <param name="tenant">The organization.</param>
    /// <param name="pinned">The newest mark; null follows <paramref name="time"/>.</param>
    /// <param name="time">The clock that a tenant without a pinned mark follows.</param>
    public SnapshotStore(Tenant tenant, SnapshotMark? pinned, TimeProvider time)
    {
        _tenant = tenant;
        _pinned = pinned;
        _time = time;
    }

    /// <summary>The newest mark.</summary>
    public SnapshotMark NewestMark => _pinned ?? SnapshotMark.AtOrBefore(_time.GetUtcNow());

    /// <summary>Whether a snapshot can be read.</summary>
    public bool IsKept(SnapshotMark mark) => mark.MarksBefore(NewestMark) is >= 0 and < KeptMarks;

    /// <summary>The newest snapshot.</summary>
    public Task<Snapshot> NewestAsync(CancellationToken cancellation) => GetAsync(NewestMark, cancellation);

    /// <summary>A snapshot; waits until it is counted. The counting goes on for other callers when this one gives up.</summary>
    public Task<Snapshot> GetAsync(SnapshotMark mark, CancellationToken cancellation)
    {
        var snapshot = Remember(mark).Value;
        return snapshot.IsCompletedSuccessfully ? snapshot : snapshot.WaitAsync(cancellation);
    }

    private async Task<Snapshot> CountAsync(SnapshotMark mark)
    {
        try
        {
            return await Task.Run(() => _tenant.At(mark));
        }
        catch
        {
            // Out of memory, say: the next caller tries again.
            lock (_gate)
            {
                if (_recent.FirstOrDefault(known => known.Mark == mark) is { Snapshot: not null } failed)
                    _recent.Remove(failed);
            }

            throw;
        }
    }

    private Lazy<Task<Snapshot>> Remember(SnapshotMark mark)
    {
        lock (_gate)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Mark != mark)
                    continue;
                if (node != _recent.First)
                {
                    _recent.Remove(node);
                    _recent.AddFirst(node);
                }

                return node.Value.Snapshot;
            }

            var snapshot = new Lazy<Task<Snapshot>>(() => CountAsync(mark));
            _recent.AddFirst((mark, snapshot));
            if (_recent.Count > KeptInMemory)
                _recent.RemoveLast();
            return snapshot;
        }
    }
}

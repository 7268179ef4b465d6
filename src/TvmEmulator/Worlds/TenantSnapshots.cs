using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Worlds;

/// <summary>
/// The snapshots of a tenant. They are counted when they are first asked for, and the few that were asked for last are kept; worlds with
/// equal tenants share them.
/// </summary>
internal sealed class TenantSnapshots(Tenant tenant)
{
    private const int KeptInMemory = 2;

    private readonly Lock _gate = new();
    private readonly LinkedList<(SnapshotMark Mark, Lazy<Task<Snapshot>> Snapshot)> _recent = [];

    /// <summary>The organization.</summary>
    public Tenant Tenant { get; } = tenant;

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
            return await Task.Run(() => Tenant.At(mark));
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

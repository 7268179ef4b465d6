using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Worlds;

/// <summary>The snapshots of a tenant that a world lets be read: the newest one by its data time and the eleven before it.</summary>
internal sealed class SnapshotStore(TenantSnapshots snapshots, DataClock time)
{
    /// <summary>How many marks back from the newest can be read (chosen; the real service's retention is unknown).</summary>
    public const int KeptMarks = 12;

    /// <summary>The organization.</summary>
    public Tenant Tenant => snapshots.Tenant;

    /// <summary>The newest mark.</summary>
    public SnapshotMark NewestMark => time.NewestMark;

    /// <summary>The marks that can be read, the newest first.</summary>
    public IReadOnlyList<SnapshotMark> Kept
    {
        get
        {
            var newest = NewestMark.At;
            return [.. Enumerable.Range(0, KeptMarks).Select(back => SnapshotMark.AtOrBefore(newest.Plus(-back * SnapshotMark.Interval).Utc))];
        }
    }

    /// <summary>Whether a snapshot can be read.</summary>
    public bool IsKept(SnapshotMark mark) => mark.MarksBefore(NewestMark) is >= 0 and < KeptMarks;

    /// <summary>The newest snapshot.</summary>
    public Task<Snapshot> NewestAsync(CancellationToken cancellation) => GetAsync(NewestMark, cancellation);

    /// <summary>A snapshot; waits until it is counted.</summary>
    public Task<Snapshot> GetAsync(SnapshotMark mark, CancellationToken cancellation) => snapshots.GetAsync(mark, cancellation);
}

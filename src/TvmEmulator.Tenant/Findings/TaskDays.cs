using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// What the remediation tasks of a tenant need of the days on which they were made. These days never change, so they are counted once for all snapshots, and
/// no more of them than tasks need. For use from many threads; they take turns, because each count keeps all processors busy.
/// </summary>
internal sealed class TaskDays(Tenant tenant)
{
    // Two tables of tasks, a month and a half apart.
    private const int MostKept = 2 * RemediationTaskTable.Most;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<SnapshotMark, ReleaseTable> _releases = [];
    private readonly OrderedDictionary<(SnapshotMark Mark, Product? Product, SecureConfiguration? Configuration), TaskTargets> _targets = [];

    /// <summary>The releases at a mark, with their installations and weaknesses.</summary>
    public ReleaseTable ReleasesAt(SnapshotMark mark, CancellationToken cancellation) =>
        Kept(_releases, mark, () => ReleaseTable.Counted(tenant, mark.At, cancellation));

    /// <summary>The devices that a product exposed at a mark, or that missed a configuration.</summary>
    public TaskTargets TargetsAt(SnapshotMark mark, Product? product, SecureConfiguration? configuration, CancellationToken cancellation)
    {
        var releases = product is null ? null : ReleasesAt(mark, cancellation);
        return Kept(_targets, (mark, product, configuration), () => new TaskTargets(Find()));

        List<Device> Find() =>
        [
            .. Enumerable.Range(0, tenant.Fleet.Ordinals).AsParallel().WithCancellation(cancellation)
                .Select(ordinal => tenant.Fleet.DeviceAt(ordinal, mark.At))
                .Where(device => !device.IsRemoved
                    && (product is null ? Recommended.IsMissedBy(tenant, device, configuration!, mark.At) : IsExposed(device, product, releases!, mark.At))),
        ];
    }

    private bool IsExposed(in Device device, Product product, ReleaseTable releases, Moment moment)
    {
        Span<Installation> found = stackalloc Installation[tenant.MostInstallations];
        foreach (ref readonly var installation in found[..tenant.Rules.FindProduct(device, product, moment, found)])
        {
            if (releases.WeaknessesOf(releases.NumberOf(installation)) > 0)
                return true;
        }

        return false;
    }

    private TValue Kept<TKey, TValue>(OrderedDictionary<TKey, TValue> kept, TKey key, Func<TValue> count)
        where TKey : notnull
    {
        lock (_gate)
        {
            if (kept.TryGetValue(key, out var known))
                return known;

            var counted = count();
            if (kept.Count == MostKept)
                kept.RemoveAt(0);
            kept.Add(key, counted);
            return counted;
        }
    }
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// What the remediation tasks of a tenant need of the days on which they were made. These days never change, so they are counted once for all snapshots, and
/// no more of them than tasks need. For use from many threads.
/// </summary>
internal sealed class TaskDays(Tenant tenant)
{
    // Two tables of tasks, a month and a half apart.
    private const int MostKept = 2 * RemediationTaskTable.Most;

    private readonly KeptCounts<SnapshotMark, ReleaseTable> _releases = new(MostKept);
    private readonly KeptCounts<(SnapshotMark Mark, Product? Product, SecureConfiguration? Configuration), TaskTargets> _targets = new(MostKept);

    /// <summary>The releases at a mark, with their installations and weaknesses.</summary>
    public Task<ReleaseTable> ReleasesAtAsync(SnapshotMark mark, CancellationToken cancellation) =>
        _releases.GetAsync(mark, stop => Task.FromResult(ReleaseTable.Counted(tenant, mark.At, stop)), cancellation);

    /// <summary>The devices that a product exposed at a mark, or that missed a configuration.</summary>
    public Task<TaskTargets> TargetsAtAsync(SnapshotMark mark, Product? product, SecureConfiguration? configuration, CancellationToken cancellation) =>
        _targets.GetAsync((mark, product, configuration), stop => FindTargetsAsync(mark, product, configuration, stop), cancellation);

    private async Task<TaskTargets> FindTargetsAsync(SnapshotMark mark, Product? product, SecureConfiguration? configuration, CancellationToken stop)
    {
        var releases = product is null ? null : await ReleasesAtAsync(mark, stop);
        var targets = Enumerable.Range(0, tenant.Fleet.Ordinals).AsParallel().WithCancellation(stop)
            .Select(ordinal => tenant.Fleet.DeviceAt(ordinal, mark.At))
            .Where(device => !device.IsRemoved
                && (product is null ? Recommended.IsMissedBy(tenant, device, configuration!, mark.At) : IsExposed(device, product, releases!, mark.At)))
            .Select(device => (device.Key, device.Group));
        return new TaskTargets([.. targets]);
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
}

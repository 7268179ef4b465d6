using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// What follows from the weaknesses and settings of the devices of a snapshot. Each part is counted when it is first asked for, and kept with the snapshot.
/// </summary>
public sealed class SnapshotFindings
{
    // One pass each over devices that never change: it ends soon, serves whoever asks next if nobody waits for it any more, and would fail again if it failed.
    private readonly Lazy<Task<ExposureTable>> _exposure;
    private readonly Lazy<Task<ConfigurationScore>> _configurationScore;
    private readonly Lazy<Task<RecommendationTable>> _recommendations;
    private readonly Lazy<Task<BaselineTotals>> _baselines;
    private readonly Lazy<Task<CveRows>> _cveRows;

    // Many passes, through months of the tenant: they stop when the last who asked for the tasks leaves.
    private readonly SharedCount<RemediationTaskTable> _remediationTasks;

    internal SnapshotFindings(Snapshot snapshot)
    {
        _exposure = Counted(() => new ExposureTable(snapshot));
        _configurationScore = Counted(() => new ConfigurationScore(snapshot.SecureConfigurations));
        _recommendations = new Lazy<Task<RecommendationTable>>(() =>
            Task.Run(async () => new RecommendationTable(snapshot, await snapshot.SoftwareTableAsync())));
        _remediationTasks = new SharedCount<RemediationTaskTable>(async stop =>
            new RemediationTaskTable(await new RemediationTaskRules(snapshot, stop).FindAsync()));
        _baselines = Counted(() => new BaselineTotals(snapshot));
        _cveRows = Counted(() => new CveRows(snapshot));
    }

    /// <summary>How exposed devices are.</summary>
    public Task<ExposureTable> ExposureAsync() => _exposure.Value;

    /// <summary>How well devices are configured.</summary>
    public Task<ConfigurationScore> ConfigurationScoreAsync() => _configurationScore.Value;

    /// <summary>What is recommended.</summary>
    public Task<RecommendationTable> RecommendationsAsync() => _recommendations.Value;

    /// <summary>What somebody asked to be done.</summary>
    public Task<RemediationTaskTable> RemediationTasksAsync(CancellationToken cancellation) => _remediationTasks.GetAsync(cancellation);

    /// <summary>How many devices comply with baselines.</summary>
    public Task<BaselineTotals> BaselinesAsync() => _baselines.Value;

    /// <summary>All CVEs on all devices.</summary>
    public Task<CveRows> CveRowsAsync() => _cveRows.Value;

    private static Lazy<Task<T>> Counted<T>(Func<T> count) => new(() => Task.Run(count));
}

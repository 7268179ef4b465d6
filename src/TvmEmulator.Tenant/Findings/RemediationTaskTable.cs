using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// The remediation tasks of the last three months. Every second Monday somebody takes one of the recommendations of that day's snapshot and makes a task of
/// it; what became of it is seen in the newest snapshot. So an older snapshot is counted for each task, once.
/// </summary>
public sealed class RemediationTaskTable
{
    /// <summary>The most tasks.</summary>
    public const int Most = 6;

    private const int Period = 14 * Moment.Day;
    // A period begins on a Saturday, as the year 2000 did.
    private const int MondayMorning = 2 * Moment.Day + 9 * 3600;
    private const int WorstProducts = 12, RanksBetween = 5;

    private readonly Snapshot _newest;

    internal RemediationTaskTable(Snapshot newest)
    {
        _newest = newest;
        var current = newest.Mark.At.Seconds / Period;
        All = [.. Enumerable.Range(0, Most).Select(back => TaskOf(current - back)).OfType<RemediationTask>()];
    }

    /// <summary>All of them, newest first.</summary>
    public IReadOnlyList<RemediationTask> All { get; }

    /// <summary>The task with an id; null when there is none.</summary>
    public RemediationTask? Find(string id) => Guid.TryParse(id, out var guid) ? All.FirstOrDefault(task => task.Id == guid) : null;

    private RemediationTask? TaskOf(int period)
    {
        var mark = SnapshotMark.AtOrBefore(new Moment(period * Period + MondayMorning).Utc);
        var hash = StableHash.Mix(StableHash.Mix((ulong)_newest.Tenant.Seed, StableHash.Of("remediation task")), (ulong)period);
        var createdOn = mark.At.Plus(1 + StableHash.Below(hash, SnapshotMark.Interval - 1));
        if (createdOn > _newest.Mark.At || mark < SnapshotMark.Earliest)
            return null;

        var then = _newest.Tenant.At(mark);
        var configuration = period % 3 == 0 ? ConfigurationOf(period) : null;
        var product = configuration is null ? ProductOf(then, period) : null;
        if (product is null && configuration is null)
            return null;

        var targets = Recommended.PlacesOf(then, product, configuration, mark.At, among: null, CancellationToken.None);
        return targets.Count == 0 ? null : TaskOf(hash, createdOn, then, targets, product, configuration);
    }

    /// <summary>One of the products that most installations expose. Products keep their ranks for long, so neighbouring periods look at distant ones.</summary>
    private static Product? ProductOf(Snapshot then, int period)
    {
        var worst = then.Tenant.Catalog.Products
            .Select(product => (Product: product, Exposed: ExposedInstallationsOf(then, product)))
            .Where(counted => counted.Exposed > 0)
            .OrderByDescending(counted => counted.Exposed)
            .ThenBy(counted => counted.Product.Rank)
            .Take(WorstProducts)
            .ToList();
        return worst.Count == 0 ? null : worst[period * RanksBetween % worst.Count].Product;
    }

    private static int ExposedInstallationsOf(Snapshot then, Product product)
    {
        var exposed = 0;
        foreach (var track in product.AllTracks)
        {
            var (first, count) = then.Releases.Of(track);
            for (var number = first; number < first + count; number++)
                exposed += then.Releases.WeaknessesOf(number) > 0 ? then.Releases.InstallationsOf(number) : 0;
        }

        return exposed;
    }

    private static SecureConfiguration ConfigurationOf(int period) => SecureConfiguration.All[period % SecureConfiguration.All.Count];

    private RemediationTask TaskOf(
        ulong hash, Moment createdOn, Snapshot then, IReadOnlyList<int> targets, Product? product, SecureConfiguration? configuration)
    {
        var remedy = product is null ? new Remedy(RemediationType.ConfigurationChange, null) : Remedy.Of(then, product);
        var title = product is null ? configuration!.Name : Recommendation.NameOf(product, remedy);
        var dueOn = new Moment(createdOn.Seconds / Moment.Day * Moment.Day).PlusDays(14 * (1 + StableHash.Below(hash >> 8, 3)));
        // Two in three are closed by hand, a little before they are due.
        var closedOn = dueOn.Plus(-StableHash.Below(hash >> 24, 2 * Moment.Day));
        var isClosed = closedOn <= _newest.Mark.At && StableHash.Below(hash >> 16, 3) > 0;
        var requester = $"security.operations@{_newest.Tenant.Fleet.Names.Organization}.example";
        return new RemediationTask
        {
            Id = StableGuid.Of(hash),
            Title = title,
            Description = configuration?.Remediation ?? $"{title}: the devices in question have known vulnerabilities.",
            CreatedOn = createdOn,
            DueOn = dueOn,
            CompletedOn = isClosed ? closedOn : null,
            Priority = StableHash.Below(hash >> 32, 3) switch { 0 => "Low", 1 => "Medium", _ => "High" },
            RequesterId = StableGuid.Of(StableHash.Of(requester)),
            RequesterEmail = requester,
            Product = product,
            Configuration = configuration,
            Type = remedy.Type,
            RecommendedVersion = remedy.Version,
            GroupNames = [.. targets.Select(place => then.DeviceAt(place).Group).Distinct().OrderBy(group => group.Id).Select(group => group.Name)],
            TargetDevices = targets.Count,
            RemainingPlaces = RemainingOf(then, targets, product, configuration),
        };
    }

    /// <summary>
    /// Those of the targets that are still there and still to do it: what became known after the task was made is another matter. Seats and places change
    /// hands, so devices are told by their keys.
    /// </summary>
    private IReadOnlyList<int> RemainingOf(Snapshot then, IReadOnlyList<int> targets, Product? product, SecureConfiguration? configuration) => Recommended.PlacesOf(
        _newest, product, configuration, then.Mark.At, among: targets.Select(place => then.DeviceAt(place).Key).ToHashSet(), CancellationToken.None);
}

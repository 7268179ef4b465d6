using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// The remediation tasks of the last three months. Every second Monday somebody takes one of the recommendations of that day's snapshot and makes a task of
/// it; what became of it is seen in the newest snapshot. What is needed of that day is counted once for all snapshots of the tenant.
/// </summary>
internal sealed class RemediationTaskRules(Snapshot newest, CancellationToken cancellation)
{
    private const int Period = 14 * Moment.Day;
    // A period begins on a Saturday, as the year 2000 did.
    private const int MondayMorning = 2 * Moment.Day + 9 * 3600;
    private const int WorstProducts = 3;
    private const int ConfigurationEvery = 3;

    /// <summary>The tasks, newest first.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<RemediationTask>> FindAsync()
    {
        // Nobody says what was asked for in a given organization.
        if (newest.Tenant.Given is not null)
            return [];

        var tasks = new List<RemediationTask>();
        var current = newest.Mark.At.Seconds / Period;
        for (var period = current; period > current - RemediationTaskTable.Most; period--)
        {
            if (await TaskOfAsync(period) is { } task)
                tasks.Add(task);
        }

        return tasks;
    }

    private async Task<RemediationTask?> TaskOfAsync(int period)
    {
        var mark = SnapshotMark.AtOrBefore(new Moment(period * Period + MondayMorning).Utc);
        var hash = StableHash.Mix(StableHash.Mix((ulong)newest.Tenant.Seed, StableHash.Of("remediation task")), (ulong)period);
        var createdOn = mark.At.Plus(1 + StableHash.Below(hash, SnapshotMark.Interval - 1));
        if (createdOn > newest.Mark.At || mark < SnapshotMark.Earliest)
            return null;

        var configuration = period % ConfigurationEvery == 0 ? ConfigurationOf(period) : null;
        var product = configuration is null ? ProductOf(await ReleasesAtAsync(mark), period) : null;
        if (product is null && configuration is null)
            return null;

        var targets = await newest.Tenant.TaskDays.TargetsAtAsync(mark, product, configuration, cancellation);
        return targets.Count == 0 ? null : await TaskOfAsync(hash, createdOn, mark, targets, product, configuration);
    }

    /// <summary>
    /// One of the products that most installations expose, among those whose turn it is. It is a product's turn once in as many periods as there are tasks,
    /// so no two of them are about the same, in whichever snapshot.
    /// </summary>
    private Product? ProductOf(ReleaseTable then, int period)
    {
        var worst = newest.Tenant.Catalog.Products
            .Where(product => TurnOf(product) == period % RemediationTaskTable.Most)
            .Select(product => (Product: product, Exposed: ExposedInstallationsOf(then, product)))
            .Where(counted => counted.Exposed > 0)
            .OrderByDescending(counted => counted.Exposed)
            .ThenBy(counted => counted.Product.Rank)
            .Take(WorstProducts)
            .ToList();
        return worst.Count == 0 ? null : worst[period / RemediationTaskTable.Most % worst.Count].Product;
    }

    /// <summary>One of the periods that are not for configurations.</summary>
    private static int TurnOf(Product product)
    {
        var turn = StableHash.Below(StableHash.Mix(product.Key, 65), RemediationTaskTable.Most - RemediationTaskTable.Most / ConfigurationEvery);
        return turn + 1 + turn / (ConfigurationEvery - 1);
    }

    private static int ExposedInstallationsOf(ReleaseTable then, Product product)
    {
        var exposed = 0;
        foreach (var track in product.AllTracks)
        {
            var (first, count) = then.Of(track);
            for (var number = first; number < first + count; number++)
                exposed += then.WeaknessesOf(number) > 0 ? then.InstallationsOf(number) : 0;
        }

        return exposed;
    }

    private static SecureConfiguration ConfigurationOf(int period) => SecureConfiguration.All[period % SecureConfiguration.All.Count];

    private async Task<RemediationTask> TaskOfAsync(
        ulong hash, Moment createdOn, SnapshotMark mark, TaskTargets targets, Product? product, SecureConfiguration? configuration)
    {
        var remedy = product is null ? new Remedy(RemediationType.ConfigurationChange, null) : Remedy.Of(await ReleasesAtAsync(mark), DeviceReport.Begin(mark.At), product);
        var title = product is null ? configuration!.Name : Recommendation.NameOf(product, remedy);
        var dueOn = new Moment(createdOn.Seconds / Moment.Day * Moment.Day).PlusDays(14 * (1 + StableHash.Below(hash >> 8, 3)));
        // Two in three are closed by hand, a little before they are due.
        var closedOn = dueOn.Plus(-StableHash.Below(hash >> 24, 2 * Moment.Day));
        var isClosed = closedOn <= newest.Mark.At && StableHash.Below(hash >> 16, 3) > 0;
        var requester = $"security.operations@{newest.Tenant.Fleet.Names.Organization}.example";
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
            RequesterNotes = StableHash.Below(hash >> 40, 2) == 0 ? $"Begin with {targets.GroupNames[^1]}." : null,
            Product = product,
            Configuration = configuration,
            Type = remedy.Type,
            RecommendedVersion = remedy.Version,
            GroupNames = targets.GroupNames,
            TargetDevices = targets.Count,
            // Those that are still there and still to do it: what became known after the task was made is another matter.
            RemainingPlaces = Recommended.PlacesOf(newest, product, configuration, DeviceReport.Begin(mark.At), targets, cancellation),
        };
    }

    private Task<ReleaseTable> ReleasesAtAsync(SnapshotMark mark) => newest.Tenant.TaskDays.ReleasesAtAsync(mark, cancellation);
}

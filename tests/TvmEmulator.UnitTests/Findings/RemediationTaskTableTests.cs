using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Findings;

public sealed class RemediationTaskTableTests
{
    public static TheoryData<long, int, string> Fleets => FindingFleets.All;

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task All_AnyFleet_FollowTheDevicesThatWereExposed(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var tasks = await snapshot.Findings.RemediationTasksAsync(CancellationToken.None);

        foreach (var task in tasks.All)
        {
            var made = Samples.SnapshotOf(seed, devices, MarkBefore(task.CreatedOn));
            var then = ConcernedIn(made, task, made.Known);
            var remaining = ConcernedIn(snapshot, task, made.Known).Where(then.Contains).ToList();

            task.TargetDevices.ShouldBe(then.Count, task.Title);
            task.RemainingPlaces.Select(snapshot.DeviceAt).Select(DeviceOf).ShouldBe(remaining, task.Title);
            task.FixedDevices.ShouldBe(then.Count - remaining.Count, task.Title);
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task All_AnyFleet_AreMadeBeforeTheyAreDueAndClosed(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);

        var tasks = await snapshot.Findings.RemediationTasksAsync(CancellationToken.None);

        tasks.All.Count.ShouldBeLessThanOrEqualTo(RemediationTaskTable.Most);
        tasks.All.Select(task => task.CreatedOn.Seconds).ShouldBeInOrder(SortDirection.Descending);
        tasks.All.ShouldAllBe(task => task.CreatedOn <= snapshot.Mark.At && task.CreatedOn < task.DueOn && task.TargetDevices > 0);
        tasks.All.ShouldAllBe(task => task.CompletedOn == null || (task.CompletedOn > task.CreatedOn && task.CompletedOn <= snapshot.Mark.At));
    }

    /// <summary>Few devices have few products, so a task about what is worst would be about the same again and again.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(-3, 5)]
    [InlineData(4, 20)]
    public async Task All_FewDevicesThroughHalfAYear_AreAboutDifferentRecommendations(long seed, int devices)
    {
        for (var month = 1; month <= 6; month++)
        {
            var tasks = (await Samples.SnapshotOf(seed, devices, $"2026-0{month}-28/2000").Findings.RemediationTasksAsync(CancellationToken.None)).All;

            tasks.Select(task => task.RecommendationId).Distinct(StringComparer.Ordinal).Count().ShouldBe(tasks.Count, string.Join(" | ", tasks.Select(task => task.Title)));
        }
    }

    [Fact]
    public async Task All_OfAThousandDevices_AreOfBothKindsOpenAndClosed()
    {
        var tasks = (await Samples.SnapshotOf(1, 1000).Findings.RemediationTasksAsync(CancellationToken.None)).All;

        tasks.Count.ShouldBe(RemediationTaskTable.Most);
        tasks.Select(task => task.Product is null).Distinct().Count().ShouldBe(2);
        tasks.Select(task => task.CompletedOn is null).Distinct().Count().ShouldBe(2);
        tasks.Sum(task => task.FixedDevices).ShouldBeGreaterThan(0);
    }

    /// <summary>A task stays the same task, whatever becomes of its devices.</summary>
    [Fact]
    public async Task All_SixHoursLater_AreTheSameTasks()
    {
        var now = (await Samples.SnapshotOf(1, 60).Findings.RemediationTasksAsync(CancellationToken.None)).All;
        var later = (await Samples.SnapshotOf(1, 60, "2026-06-30/0800").Findings.RemediationTasksAsync(CancellationToken.None)).All;

        later.Select(Constant).ShouldBe(now.Select(Constant));
    }

    [Fact]
    public async Task Find_IdInAnyLetterCase_IsTheTask()
    {
        var tasks = await Samples.SnapshotOf(1, 60).Findings.RemediationTasksAsync(CancellationToken.None);

        tasks.Find(tasks.All[^1].Id.ToString().ToUpperInvariant()).ShouldBe(tasks.All[^1]);
        tasks.Find("00000000-0000-0000-0000-000000000000").ShouldBeNull();
        tasks.Find("no-guid").ShouldBeNull();
    }

    /// <summary>Who asks for what has changed since the last look finds every task that was closed meanwhile.</summary>
    [Fact]
    public async Task All_ThreeDaysOfSnapshots_AreClosedAfterTheSnapshotThatHadThemOpen()
    {
        var last = SnapshotMark.AtOrBefore(new DateTimeOffset(2026, 6, 12, 2, 0, 0, TimeSpan.Zero));
        var before = (await Samples.SnapshotOf(1, 60, last.ToString()).Findings.RemediationTasksAsync(CancellationToken.None)).All;
        var closed = 0;
        for (var mark = last.Next; mark.At.Utc < new DateTimeOffset(2026, 6, 15, 0, 0, 0, TimeSpan.Zero); mark = mark.Next)
        {
            var now = (await Samples.SnapshotOf(1, 60, mark.ToString()).Findings.RemediationTasksAsync(CancellationToken.None)).All;
            foreach (var task in now.Where(task => task.CompletedOn is not null && before.Any(earlier => earlier.Id == task.Id && earlier.CompletedOn is null)))
            {
                task.CompletedOn!.Value.ShouldBeGreaterThan(last.At);
                closed++;
            }

            (before, last) = (now, mark);
        }

        closed.ShouldBeGreaterThan(0);
    }

    private static bool IsKnownToBeExposed(Snapshot snapshot, PlainRow row, Moment known) =>
        row.Weaknesses > 0 && WeaknessTimeline.Of(row.Track, snapshot.Known).Any(weakness => weakness.Affects(row.Release, known));

    private static (Guid, string, Moment, Moment, int, string) Constant(RemediationTask task) =>
        (task.Id, task.Title, task.CreatedOn, task.DueOn, task.TargetDevices, string.Join(',', task.GroupNames));

    private static string MarkBefore(Moment moment) => SnapshotMark.AtOrBefore(moment.Utc).ToString();

    private static string DeviceOf(Device device) => DeviceNames.IdOf(device);

    private static List<string> ConcernedIn(Snapshot snapshot, RemediationTask task, Moment known)
    {
        var devices = task.Product is { } product
            ? Samples.RowsOf(snapshot).Where(row => row.Product == product && IsKnownToBeExposed(snapshot, row, known)).Select(row => row.Device)
            : Enumerable.Range(0, snapshot.Devices).Select(snapshot.DeviceAt).Where(device => Misses(device, snapshot.Mark.At, task.Configuration!));
        return [.. devices.Select(DeviceOf).Distinct(StringComparer.Ordinal)];
    }

    private static bool Misses(Device device, Moment moment, SecureConfiguration configuration)
    {
        var rows = new List<SecureConfigurationRow>();
        SecureConfigurationRules.Find(device, moment, rows);
        return rows.Any(row => row.Configuration == configuration && row is { IsApplicable: true, IsCompliant: false });
    }
}

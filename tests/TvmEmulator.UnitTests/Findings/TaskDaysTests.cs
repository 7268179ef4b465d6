using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Findings;

public sealed class TaskDaysTests
{
    public static TheoryData<long, int, string> Fleets => FindingFleets.All;

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task ReleasesAtAsync_AnyMark_AreThoseOfTheSnapshot(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);

        var releases = await new TaskDays(snapshot.Tenant).ReleasesAtAsync(snapshot.Mark, CancellationToken.None);

        releases.Count.ShouldBe(snapshot.Releases.Count);
        for (var number = 0; number < releases.Count; number++)
        {
            var (own, expected) = ((releases.InstallationsOf(number), releases.WeaknessesOf(number)), (snapshot.Releases.InstallationsOf(number), snapshot.Releases.WeaknessesOf(number)));
            if (own != expected)
                own.ShouldBe(expected, $"{number}");
        }
    }

    [Fact]
    public async Task TargetsAtAsync_AskedAgain_AreNotCountedAgain()
    {
        var tenant = Samples.TenantOf(1, 40);
        var days = new TaskDays(tenant);
        var product = tenant.Catalog.Find("microsoft-_-edge")!;
        var targets = await days.TargetsAtAsync(Samples.Mark(Samples.DefaultMark), product, configuration: null, CancellationToken.None);

        (await days.TargetsAtAsync(Samples.Mark(Samples.DefaultMark), product, configuration: null, CancellationToken.None)).ShouldBeSameAs(targets);
        targets.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task RemediationTasksAsync_CallerHasLeft_IsCancelledAndCanBeAskedAgain()
    {
        var snapshot = new Tenant(5, 20).At(SnapshotMark.AtOrBefore(Samples.Utc("2026-06-30T02:00:00")));

        await Should.ThrowAsync<OperationCanceledException>(snapshot.Findings.RemediationTasksAsync(new CancellationToken(canceled: true)));

        (await snapshot.Findings.RemediationTasksAsync(CancellationToken.None)).All.Count.ShouldBe(RemediationTaskTable.Most);
    }
}

using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Worlds;

public sealed class SnapshotStoreTests
{
    [Theory]
    [InlineData("2026-06-30/0200", true)]
    [InlineData("2026-06-29/2000", true)]
    [InlineData("2026-06-27/0800", true)]
    [InlineData("2026-06-27/0200", false)]
    [InlineData("2026-06-30/0800", false)]
    [InlineData("2021-06-30/0200", false)]
    [InlineData("2066-06-30/0200", false)]
    public void IsKept_PinnedNewest_HoldsForItAndTheElevenBefore(string mark, bool kept) => Pinned().IsKept(Samples.Mark(mark)).ShouldBe(kept);

    [Fact]
    public void NewestMark_Pinned_DoesNotFollowTheClock()
    {
        var time = new SettableTime { Now = Samples.Utc("2030-01-01") };

        new SnapshotStore(new TenantSnapshots(Samples.TenantOf(1, 7)), new DataClock(Samples.Mark(Samples.DefaultMark), time)).NewestMark.ShouldBe(Samples.Mark(Samples.DefaultMark));
    }

    [Fact]
    public async Task NewestAsync_Live_MovesOnWithTheClock()
    {
        var time = new SettableTime { Now = Samples.Utc("2027-03-14T13:59:59Z") };
        var store = new SnapshotStore(new TenantSnapshots(Samples.TenantOf(1, 7)), new DataClock(baseline: null, time));
        var before = await store.NewestAsync(CancellationToken.None);

        time.Now = time.Now.AddSeconds(1);
        var after = await store.NewestAsync(CancellationToken.None);

        before.Mark.ShouldBe(Samples.Mark("2027-03-14/0800"));
        after.Mark.ShouldBe(Samples.Mark("2027-03-14/1400"));
        store.NewestMark.ShouldBe(after.Mark);
        store.IsKept(before.Mark).ShouldBeTrue();
        time.Now = time.Now.AddHours(66);
        store.IsKept(before.Mark).ShouldBeFalse();
        store.IsKept(after.Mark).ShouldBeTrue();
    }

    [Fact]
    public async Task GetAsync_ManyCallersAtOnce_CountOnce()
    {
        var store = Pinned();

        var snapshots = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => store.NewestAsync(CancellationToken.None))));

        snapshots.Distinct().ShouldHaveSingleItem().Mark.ShouldBe(Samples.Mark(Samples.DefaultMark));
    }

    [Fact]
    public async Task GetAsync_CallerThatGivesUp_DoesNotSpoilItForOthers()
    {
        var store = new SnapshotStore(new TenantSnapshots(Samples.TenantOf(1, 10_000)), new DataClock(Samples.Mark(Samples.DefaultMark), new SettableTime()));

        // The first caller sets the counting going and does not wait for it.
        await Should.ThrowAsync<OperationCanceledException>(() => store.NewestAsync(new CancellationToken(canceled: true)));
        var snapshot = await store.NewestAsync(CancellationToken.None);

        snapshot.Devices.ShouldBe(10_000);
        (await store.NewestAsync(CancellationToken.None)).ShouldBeSameAs(snapshot);
    }

    [Fact]
    public async Task GetAsync_CountedSnapshot_IsGivenEvenToACancelledCaller()
    {
        var store = Pinned();
        var snapshot = await store.NewestAsync(CancellationToken.None);

        (await store.NewestAsync(new CancellationToken(canceled: true))).ShouldBeSameAs(snapshot);
    }

    [Fact]
    public async Task GetAsync_ThreeMarks_KeepsTheTwoAskedForLast()
    {
        var store = Pinned();
        Task<TvmEmulator.Tenants.Snapshots.Snapshot> Get(string mark) => store.GetAsync(Samples.Mark(mark), CancellationToken.None);
        var first = await Get("2026-06-30/0200");
        var second = await Get("2026-06-29/2000");
        await Get("2026-06-30/0200");
        await Get("2026-06-29/1400");

        (await Get("2026-06-30/0200")).ShouldBeSameAs(first);
        (await Get("2026-06-29/2000")).ShouldNotBeSameAs(second);
    }

    private static SnapshotStore Pinned() => new(new TenantSnapshots(Samples.TenantOf(1, 100)), new DataClock(Samples.Mark(Samples.DefaultMark), new SettableTime()));
}

using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Worlds;

public sealed class DataClockTests
{
    private readonly SettableTime _service = new() { Now = Samples.Utc("2026-07-04T12:00:00") };

    [Theory]
    [InlineData(1, "2026-06-30/0800")]
    [InlineData(4, "2026-07-01/0200")]
    [InlineData(1000, "2027-03-07/0200")]
    public void TryMoveOn_Pinned_GoesOnByMarks(int marks, string newest)
    {
        var clock = Pinned();

        clock.TryMoveOn(marks).ShouldBeTrue();
        clock.NewestMark.ShouldBe(Samples.Mark(newest));
    }

    [Fact]
    public void TryMoveOn_PastTheLast_ChangesNothing()
    {
        var clock = new DataClock(SnapshotMark.Latest, _service);

        clock.TryMoveOn(1).ShouldBeFalse();
        clock.NewestMark.ShouldBe(SnapshotMark.Latest);
    }

    [Fact]
    public void TryMoveOn_Live_ChangesNothing()
    {
        var clock = new DataClock(baseline: null, _service);

        clock.TryMoveOn(1).ShouldBeFalse();
        clock.IsLive.ShouldBeTrue();
    }

    [Fact]
    public void TryMoveOn_ManyAtOnce_LosesNone()
    {
        var clock = Pinned();

        Parallel.For(0, 100, _ => clock.TryMoveOn(1));
        Samples.Mark(Samples.DefaultMark).MarksBefore(clock.NewestMark).ShouldBe(100);
    }

    [Theory]
    [InlineData("2024-12-31T00:00:00", "2025-01-01/0200")]
    [InlineData("2026-07-04T12:00:00", "2026-07-04/0800")]
    [InlineData("2046-01-01T00:00:00", "2039-12-31/2000")]
    public void NewestMark_Live_FollowsServiceTimeWithinTheCatalog(string now, string newest)
    {
        _service.Now = Samples.Utc(now);

        new DataClock(baseline: null, _service).NewestMark.ShouldBe(Samples.Mark(newest));
    }

    [Fact]
    public void Reset_MovedOn_IsWhereItBegan()
    {
        var clock = Pinned();
        clock.TryMoveOn(5);
        clock.Set(mark: null);
        clock.Reset();

        clock.NewestMark.ShouldBe(Samples.Mark(Samples.DefaultMark));
    }

    private DataClock Pinned() => new(Samples.Mark(Samples.DefaultMark), _service);
}

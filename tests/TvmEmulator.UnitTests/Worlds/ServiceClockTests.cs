using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Worlds;

public sealed class ServiceClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SettableTime _wall = new() { Now = Samples.Utc("2026-06-30T09:41:27") };
    private readonly ServiceClock _clock;

    public ServiceClockTests() => _clock = new ServiceClock(_wall, ClockStart.Wall);

    [Fact]
    public void TryAdvance_Running_IsAheadAndGoesOn()
    {
        var start = _wall.Now;
        _clock.TryAdvance(Hour).ShouldBeTrue();
        _wall.Now += Hour;

        _clock.GetUtcNow().ShouldBe(start + 2 * Hour);
        _clock.Offset.ShouldBe(Hour);
    }

    [Fact]
    public void TryAdvance_Frozen_MovesAndStillStands()
    {
        var start = _wall.Now;
        _clock.Freeze(frozen: true);
        _wall.Now += Hour;
        _clock.TryAdvance(3 * Hour).ShouldBeTrue();
        _wall.Now += Hour;

        _clock.GetUtcNow().ShouldBe(start + 3 * Hour);
        _clock.IsFrozen.ShouldBeTrue();
    }

    [Fact]
    public void TryAdvance_AndFreeze_StandsExactlyThere()
    {
        var start = _wall.Now;
        _clock.TryAdvance(Hour, freeze: true).ShouldBeTrue();
        _wall.Now += Hour;

        _clock.GetUtcNow().ShouldBe(start + Hour);
    }

    [Fact]
    public void Freeze_Ended_GoesOnFromWhereItStood()
    {
        var start = _wall.Now;
        _clock.Freeze(frozen: true);
        _wall.Now += Hour;
        _clock.Freeze(frozen: false);
        _wall.Now += Hour;

        _clock.GetUtcNow().ShouldBe(start + Hour);
        _clock.Offset.ShouldBe(-Hour);
    }

    [Fact]
    public void TryMoveTo_Present_IsAllowed()
    {
        _clock.TryMoveTo(_clock.GetUtcNow()).ShouldBeTrue();

        _clock.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void TryMoveTo_Past_ChangesNothing()
    {
        _clock.TryAdvance(Hour);

        _clock.TryMoveTo(_wall.Now, freeze: true).ShouldBeFalse();
        _clock.TryAdvance(-TimeSpan.FromTicks(1), freeze: true).ShouldBeFalse();
        _clock.Offset.ShouldBe(Hour);
        _clock.IsFrozen.ShouldBeFalse();
    }

    [Fact]
    public void TryAdvance_AnyNumberOfTimes_NeverPassesTheFarthest()
    {
        _clock.TryAdvance(ServiceClock.MostAhead - Hour).ShouldBeTrue();
        _clock.TryAdvance(Hour + TimeSpan.FromTicks(1)).ShouldBeFalse();
        _clock.TryAdvance(TimeSpan.MaxValue).ShouldBeFalse();
        _clock.TryMoveTo(DateTimeOffset.MaxValue).ShouldBeFalse();
        _clock.TryAdvance(Hour).ShouldBeTrue();

        _clock.Offset.ShouldBe(ServiceClock.MostAhead);
    }

    [Fact]
    public void Reset_FrozenAhead_IsTheWallClockAgain()
    {
        _clock.TryAdvance(Hour, freeze: true);
        _clock.Reset();
        _wall.Now += Hour;

        _clock.GetUtcNow().ShouldBe(_wall.Now);
    }

    [Fact]
    public void GetUtcNow_WhileOthersMoveIt_NeverGoesBack()
    {
        var before = _clock.GetUtcNow();
        var wentBack = false;
        Parallel.For(0, 8, worker =>
        {
            var last = before;
            for (var round = 0; round < 2000; round++)
            {
                if (worker < 4)
                    _clock.TryAdvance(TimeSpan.FromSeconds(1), freeze: round % 2 == 0);
                var now = _clock.GetUtcNow();
                wentBack |= now < last;
                last = now;
            }
        });

        wentBack.ShouldBeFalse();
        _clock.GetUtcNow().ShouldBe(before + TimeSpan.FromSeconds(8000));
    }
}

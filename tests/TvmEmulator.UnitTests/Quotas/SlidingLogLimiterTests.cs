using System.Threading.RateLimiting;
using FsCheck.Fluent;
using TvmEmulator.Quotas;
using TvmEmulator.UnitTests.Worlds;

namespace TvmEmulator.UnitTests.Quotas;

public sealed class SlidingLogLimiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly SettableTime _time = new() { Now = Samples.Utc("2026-06-30T09:41:27") };

    [Fact]
    public void AttemptAcquire_ManyCallsAtOnce_GrantsExactlyTheLimit()
    {
        var limiter = Limiter(30, 1000);
        var granted = 0;

        Parallel.For(0, 10_000, _ =>
        {
            if (limiter.AttemptAcquire().IsAcquired)
                Interlocked.Increment(ref granted);
        });

        granted.ShouldBe(30);
        limiter.GetStatistics()!.TotalFailedLeases.ShouldBe(9970);
    }

    [Fact]
    public void AttemptAcquire_AnySequence_AgreesWithCountingAnew()
    {
        // Mostly forward, sometimes not at all, and back now and then, as a reset does.
        var step = Gen.Frequency(
            (6, Gen.Choose(0, 20).Select(seconds => TimeSpan.FromSeconds(seconds))),
            (2, Gen.Choose(0, 1500).Select(seconds => TimeSpan.FromSeconds(seconds))),
            (2, Gen.Choose(0, 600_000_000).Select(ticks => TimeSpan.FromTicks(ticks))),
            (1, Gen.Choose(-2000, 0).Select(seconds => TimeSpan.FromSeconds(seconds))));
        var cases =
            from perMinute in Gen.Choose(1, 6)
            from perHour in Gen.Choose(1, 20)
            from steps in Gen.ListOf(step, 120)
            select (Limits: new QuotaLimits(perMinute, perHour), Steps: steps);

        Prop.ForAll(cases.ToArbitrary(), run =>
            {
                var time = new SettableTime { Now = _time.Now };
                var limiter = new SlidingLogLimiter(run.Limits, time);
                var plain = new PlainQuota(run.Limits);
                return run.Steps.All(by =>
                {
                    time.Now += by;
                    var agree = Wait(limiter.AttemptAcquire()) == plain.Call(time.Now);
                    var (inMinute, inHour, _) = limiter.Read();
                    return agree && inMinute == plain.CountWithin(run.Limits.Minute, time.Now) && inHour == plain.CountWithin(run.Limits.Hour, time.Now);
                });
            })
            .Hold();
    }

    [Fact]
    public void AttemptAcquire_AfterTheWait_IsGrantedAndATickEarlierIsNot()
    {
        var limiter = Limiter(2, 100);
        limiter.AttemptAcquire();
        _time.Now += TimeSpan.FromSeconds(13);
        limiter.AttemptAcquire();
        var wait = Wait(limiter.AttemptAcquire());

        wait.ShouldBe(TimeSpan.FromSeconds(47));
        _time.Now += wait - Tick;
        limiter.AttemptAcquire().IsAcquired.ShouldBeFalse();
        _time.Now += Tick;
        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public void AttemptAcquire_RefusedByTheHour_UsesNothingOfTheMinute()
    {
        var limiter = Limiter(2, 3);
        for (var call = 0; call < 3; call++, _time.Now += Minute)
            limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
        for (var call = 0; call < 5; call++)
            limiter.AttemptAcquire().IsAcquired.ShouldBeFalse();

        limiter.Read().ShouldBe((0, 3, _time.Now + Hour - 3 * Minute));
    }

    [Fact]
    public void AttemptAcquire_BothWindowsFull_NamesTheOneToWaitForLonger()
    {
        var limiter = Limiter(3, 3);
        for (var call = 0; call < 3; call++)
            limiter.AttemptAcquire();
        var lease = limiter.AttemptAcquire();

        lease.TryGetMetadata(QuotaLease.FullWindow, out var window).ShouldBeTrue();
        window.ShouldBe(new QuotaWindow(3, Hour));
        Wait(lease).ShouldBe(Hour);
    }

    [Fact]
    public void AttemptAcquire_AnHourOfCalls_IsExhaustedAndFreeAgain()
    {
        var limiter = Limiter(30, 1000);
        var granted = 0;
        for (var minute = 0; minute < 40; minute++, _time.Now += Minute)
        {
            for (var call = 0; call < 30; call++)
                granted += limiter.AttemptAcquire().IsAcquired ? 1 : 0;
        }

        granted.ShouldBe(1000);
        Wait(limiter.AttemptAcquire()).ShouldBe(20 * Minute);
        _time.Now += 20 * Minute;
        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public void AttemptAcquire_ClockWasReset_ForgetsCallsOfTheFuture()
    {
        var limiter = Limiter(1, 10);
        _time.Now += Hour;
        limiter.AttemptAcquire();
        _time.Now -= Hour;

        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
        limiter.Read().InHour.ShouldBe(1);
    }

    [Fact]
    public void AttemptAcquire_NoPermits_OnlyAsks()
    {
        var limiter = Limiter(1, 10);

        limiter.AttemptAcquire(0).IsAcquired.ShouldBeTrue();
        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
        limiter.AttemptAcquire(0).IsAcquired.ShouldBeFalse();
    }

    private SlidingLogLimiter Limiter(int perMinute, int perHour) => new(new QuotaLimits(perMinute, perHour), _time);

    private static TimeSpan Wait(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.Zero;
}

using System.Collections.Immutable;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.UnitTests.Worlds;

namespace TvmEmulator.UnitTests.Quotas;

public sealed class QuotaLedgerTests
{
    private static readonly ApiRoute Route = Counted("Route");

    private readonly SettableTime _time = new() { Now = Samples.Utc("2026-06-30T09:41:27") };

    [Fact]
    public void Count_OtherRouteOrApplication_HasAQuotaOfItsOwn()
    {
        var ledger = Ledger();
        ledger.Count(Route, "a").IsAcquired.ShouldBeTrue();

        ledger.Count(Route, "a").IsAcquired.ShouldBeFalse();
        ledger.Count(Route, "b").IsAcquired.ShouldBeTrue();
        ledger.Count(Counted("Other"), "a").IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public void Count_SwitchedOff_CountsNothing()
    {
        var ledger = new QuotaLedger(QuotaSettings.Published with { IsEnabled = false }, _time);
        ledger.Count(Route, "a").IsAcquired.ShouldBeTrue();

        ledger.Count(Route, "a").IsAcquired.ShouldBeTrue();
        ledger.Uses.ShouldBeEmpty();
    }

    [Fact]
    public void Count_MoreApplicationsThanAreKept_ForgetsTheLeastRecentlyUsed()
    {
        var ledger = Ledger();
        for (var application = 0; application < QuotaLedger.MostLimiters; application++)
            ledger.Count(Route, $"{application}");
        ledger.Count(Route, "0").IsAcquired.ShouldBeFalse();
        ledger.Count(Route, "one more").IsAcquired.ShouldBeTrue();

        ledger.Uses.Count.ShouldBe(QuotaLedger.MostLimiters);
        ledger.Count(Route, "0").IsAcquired.ShouldBeFalse();
        ledger.Count(Route, "1").IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public void Count_LongNameOfAnApplication_IsKeptShort()
    {
        var ledger = Ledger();
        ledger.Count(Route, new string('a', 100_000));

        ledger.Uses.ShouldHaveSingleItem().Application.Length.ShouldBe(QuotaLedger.MostCharacters);
    }

    [Fact]
    public void Set_OtherLimits_HoldAtOnceAndAllBeginAnew()
    {
        var ledger = Ledger();
        ledger.Count(Route, "a");
        ledger.Set(QuotaSettings.Published with { Limits = ImmutableDictionary<string, QuotaLimits>.Empty.Add("Route", new QuotaLimits(2, 10)) });

        ledger.Uses.ShouldBeEmpty();
        ledger.Count(Route, "a").IsAcquired.ShouldBeTrue();
        ledger.Count(Route, "a").IsAcquired.ShouldBeTrue();
        ledger.Count(Route, "a").IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void Reset_AfterOtherLimits_ReturnsToTheFirstAndAllBeginAnew()
    {
        var ledger = Ledger();
        ledger.Set(QuotaSettings.Published with { IsEnabled = false });
        ledger.Reset();

        ledger.Settings.ShouldBe(QuotaSettings.Published);
        ledger.Count(Route, "a").IsAcquired.ShouldBeTrue();
        ledger.Count(Route, "a").IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void Uses_CallersOfTheLastHour_InOrder()
    {
        var ledger = Ledger();
        ledger.Count(Route, "gone");
        _time.Now += TimeSpan.FromMinutes(59);
        ledger.Count(Route, "b");
        ledger.Count(Counted("Other"), "a");
        _time.Now += TimeSpan.FromMinutes(1);
        ledger.Count(Route, "a");

        ledger.Uses.ShouldBe(
        [
            new QuotaUse("a", "Other", 0, 1, null),
            new QuotaUse("a", "Route", 1, 1, _time.Now + TimeSpan.FromMinutes(1)),
            new QuotaUse("b", "Route", 0, 1, null),
        ]);
    }

    private QuotaLedger Ledger() => new(QuotaSettings.Published, _time);

    private static ApiRoute Counted(string name) => new(name, RouteKind.Document, Permission: null, new QuotaLimits(1, 100));
}

using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class EarlyRetriesTests
{
    private readonly ConductFeed _feed = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7_999, 1)]
    [InlineData(8_000, 0)]
    [InlineData(60_000, 0)]
    public void Begin_AfterA429_IsEarlyUntilRetryAfterHasPassed(int milliseconds, int found)
    {
        _feed.Send(ConductFeed.Inventory, status: 429, retryAfter: 8);
        _feed.Now = _feed.Now.AddMilliseconds(milliseconds);
        _feed.Send(ConductFeed.Inventory);

        _feed.CountOf(FindingKind.RetryTooEarly).ShouldBe(found);
    }

    [Fact]
    public void Begin_TooEarly_IsProvedByThe429AndTheRetries()
    {
        _feed.Send(ConductFeed.Inventory, status: 429, retryAfter: 8);
        _feed.Send(ConductFeed.Inventory, status: 429, retryAfter: 8);
        _feed.Send(ConductFeed.Inventory);

        _feed.ProofOf(FindingKind.RetryTooEarly).ShouldBe([1L, 2, 3]);
    }

    [Fact]
    public void Begin_OtherCallerOrRoute_IsNotEarly()
    {
        _feed.Send(ConductFeed.Inventory, status: 429, retryAfter: 8);
        _feed.Send(ConductFeed.Inventory, application: "other");
        _feed.Send(ConductFeed.Export);

        _feed.Report().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Begin_After429WithoutRetryAfter_IsNotEarly()
    {
        _feed.Send(ConductFeed.Inventory, status: 429);
        _feed.Send(ConductFeed.Inventory);

        _feed.Report().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Begin_BeforeThe429WasAnswered_IsNotEarly()
    {
        var refused = _feed.Begin(ConductFeed.Inventory);
        var parallel = _feed.Begin(ConductFeed.Inventory);
        _feed.End(refused, 429, retryAfter: 8);
        _feed.End(parallel);

        _feed.Report().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Begin_ShorterRetryAfterOfAParallelCall_DoesNotShortenTheWait()
    {
        var refused = _feed.Begin(ConductFeed.Inventory);
        var parallel = _feed.Begin(ConductFeed.Inventory);
        _feed.End(refused, 429, retryAfter: 8);
        _feed.End(parallel, 429, retryAfter: 2);
        _feed.Now = _feed.Now.AddSeconds(5);
        _feed.Send(ConductFeed.Inventory);

        _feed.CountOf(FindingKind.RetryTooEarly).ShouldBe(1);
    }

    [Fact]
    public void Begin_TimeHasGoneBack_IsNotEarly()
    {
        _feed.Send(ConductFeed.Inventory, status: 429, retryAfter: 8);
        _feed.Now = _feed.Now.AddHours(-1);
        _feed.Send(ConductFeed.Inventory);

        _feed.Report().Findings.ShouldBeEmpty();
    }
}

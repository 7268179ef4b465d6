using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class PageChainsTests
{
    private const string FirstPage = "?pageSize=10";

    private readonly ConductFeed _feed = new();

    [Fact]
    public void End_ChainWalkedToItsEnd_FindsNothing()
    {
        Walk();

        Chains().ShouldBeEmpty();
    }

    [Fact]
    public void End_SecondWalkOverTheSameSnapshot_FindsNothing()
    {
        Walk();
        Walk();

        Chains().ShouldBeEmpty();
    }

    [Fact]
    public void End_PageFetchedAgain_IsFetchedTwice()
    {
        Walk();
        _feed.Fetch(ConductFeed.Query(20), nextLink: null);

        _feed.CountOf(FindingKind.PageFetchedTwice).ShouldBe(1);
        _feed.ProofOf(FindingKind.PageFetchedTwice).ShouldBe([3L, 4]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(499)]
    public void End_PageFetchedAgainAfterAFailure_IsNotFetchedTwice(int status)
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Fetch(ConductFeed.Query(10), nextLink: null, status);
        _feed.Fetch(ConductFeed.Query(10), nextLink: null);

        Chains().ShouldBeEmpty();
    }

    [Fact]
    public void End_PageFetchedAgainAfterAFault_IsNotFetchedTwice()
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.End(_feed.Begin(ConductFeed.Inventory, ConductFeed.Query(10)), facts: ConductFeed.Page(nextLink: null), isFaulty: true);
        _feed.Fetch(ConductFeed.Query(10), nextLink: null);

        Chains().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("pagesize=20&")]
    [InlineData("pagesize=10&$top=5&")]
    [InlineData("pagesize=10&pagesize=10&")]
    public void End_SkipTokenWithOtherParameters_IsRebuilt(string rest)
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Fetch(ConductFeed.Query(10, rest), nextLink: null, status: 400);

        _feed.CountOf(FindingKind.NextLinkRebuilt).ShouldBe(1);
        _feed.ProofOf(FindingKind.NextLinkRebuilt).ShouldBe([1L, 2]);
    }

    /// <summary>What HTTP stacks and URL parsers make of a link that was followed as it is.</summary>
    [Theory]
    [InlineData("pageSize=10&a=b%20c&")]
    [InlineData("a=b+c&PAGESIZE=10&")]
    [InlineData("%70agesize=%31%30&a=b%20c&")]
    public void End_SameParametersSpeltOtherwise_IsNotRebuilt(string rest)
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10, "pagesize=10&a=b%20c&"));
        _feed.Fetch(ConductFeed.Query(10, rest).Replace("$", "%24", StringComparison.Ordinal), nextLink: null);

        Chains().ShouldBeEmpty();
    }

    [Fact]
    public void End_TokenThatWasNeverGiven_FindsNothing()
    {
        _feed.Fetch(ConductFeed.Query(10), nextLink: null);
        _feed.Fetch(ConductFeed.Query(10), nextLink: null);

        Chains().ShouldBeEmpty();
    }

    [Fact]
    public void End_TokenThatAnotherCallerGot_FindsNothing()
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Fetch(ConductFeed.Query(10), nextLink: null);
        _feed.Send(ConductFeed.Inventory, ConductFeed.Query(10, rest: ""), application: "other", facts: ConductFeed.Page(nextLink: null));

        Chains().ShouldBeEmpty();
    }

    /// <summary>More variants of a link than are remembered: nobody can say any more which ones were given.</summary>
    [Fact]
    public void End_MoreLinksOfATokenThanAreKept_IsNotRebuilt()
    {
        for (var i = 0; i < 17; i++)
            _feed.Fetch($"?a={i}", ConductFeed.Link(10, $"a={i}&"));
        _feed.Fetch(ConductFeed.Query(10, "a=0&"), nextLink: null);

        _feed.CountOf(FindingKind.NextLinkRebuilt).ShouldBe(0);
    }

    [Theory]
    [InlineData(299, 0)]
    [InlineData(300, 1)]
    public void Report_NextLinkNotFollowed_SaysWhetherItMayStillBe(int seconds, int abandoned)
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Now = _feed.Now.AddSeconds(seconds);

        _feed.CountOf(FindingKind.ChainAbandoned).ShouldBe(abandoned);
        _feed.CountOf(FindingKind.ChainOpen).ShouldBe(1 - abandoned);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(499)]
    public void Report_NextLinkFollowedWithoutSuccess_IsStillOpen(int status)
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Fetch(ConductFeed.Query(10), nextLink: null, status);

        _feed.CountOf(FindingKind.ChainOpen).ShouldBe(1);
    }

    [Fact]
    public void Report_TwiceOverTheSameChain_CountsItOnce()
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Report();

        _feed.CountOf(FindingKind.ChainOpen).ShouldBe(1);
    }

    [Fact]
    public void Report_TimeHasGoneBack_IsStillOpen()
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Now = _feed.Now.AddDays(-1);

        _feed.CountOf(FindingKind.ChainOpen).ShouldBe(1);
    }

    [Fact]
    public void End_MoreChainsThanAreKept_ForgetsTheOldest()
    {
        for (var i = 1; i <= 5_000; i++)
            _feed.Fetch(FirstPage, ConductFeed.Link(i));

        _feed.CountOf(FindingKind.ChainOpen).ShouldBe(4_096);
        _feed.Fetch(ConductFeed.Query(1, rest: ""), nextLink: null);
        _feed.CountOf(FindingKind.NextLinkRebuilt).ShouldBe(0);
    }

    private void Walk()
    {
        _feed.Fetch(FirstPage, ConductFeed.Link(10));
        _feed.Fetch(ConductFeed.Query(10), ConductFeed.Link(20));
        _feed.Fetch(ConductFeed.Query(20), nextLink: null);
    }

    private IEnumerable<string> Chains() => _feed.Report().Findings.Select(finding => finding.Id);
}

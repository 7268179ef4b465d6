using TvmEmulator.Journal.Conduct;
using TvmEmulator.Pipeline;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class TokenUseTests
{
    [Theory]
    [InlineData(10, 10, 10)]
    [InlineData(6, 10, 6)]
    [InlineData(5, 10, 0)]
    [InlineData(9, 9, 0)]
    [InlineData(6, 11, 6)]
    [InlineData(0, 20, 0)]
    public void Report_TokensAndCalls_AreComparedFromTenCallsOn(int tokens, int calls, int found)
    {
        var feed = new ConductFeed();
        for (var i = 0; i < tokens; i++)
            feed.Send(ConductFeed.Token, facts: new TokenFacts(ConductFeed.Application), application: "anonymous", method: "POST");
        for (var i = 0; i < calls; i++)
            feed.Send(ConductFeed.Inventory, facts: ConductFeed.Page(nextLink: null));

        feed.CountOf(FindingKind.TokenPerCall).ShouldBe(found);
    }

    [Fact]
    public void Report_TokensOfAnotherApplication_DoNotCount()
    {
        var feed = new ConductFeed();
        for (var i = 0; i < 20; i++)
        {
            feed.Send(ConductFeed.Token, facts: new TokenFacts("other"));
            feed.Send(ConductFeed.Inventory, facts: ConductFeed.Page(nextLink: null));
        }

        feed.Report().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Report_ManyTokens_AreProvedByTheFirstFive()
    {
        var feed = new ConductFeed();
        for (var i = 0; i < 10; i++)
        {
            feed.Send(ConductFeed.Token, facts: new TokenFacts(ConductFeed.Application));
            feed.Send(ConductFeed.Inventory);
        }

        feed.ProofOf(FindingKind.TokenPerCall).ShouldBe([1L, 3, 5, 7, 9]);
    }
}

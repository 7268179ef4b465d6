using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class SmallPagesTests
{
    private readonly ConductFeed _feed = new();

    /// <summary>A minute allows thirty pages.</summary>
    [Theory]
    [InlineData(100, 3_000, 0)]
    [InlineData(100, 3_001, 1)]
    [InlineData(1, 31, 1)]
    [InlineData(50_000, 10_000_000, 0)]
    [InlineData(49_999, 10_000_000, 1)]
    public void End_FirstPage_IsTooSmallWhenAWalkNeedsMoreThanAMinute(int size, int total, int found)
    {
        _feed.Send(ConductFeed.Inventory, $"?pageSize={size}", facts: ConductFeed.Page(ConductFeed.Link(size), count: size, total: total, size: size));

        _feed.CountOf(FindingKind.PageTooSmall).ShouldBe(found);
    }

    [Fact]
    public void End_LaterPages_AreNotCountedAgain()
    {
        _feed.Send(ConductFeed.Inventory, ConductFeed.Query(10), facts: ConductFeed.Page(ConductFeed.Link(20), first: 10, total: 1_000_000, size: 10));

        _feed.CountOf(FindingKind.PageTooSmall).ShouldBe(0);
    }

    [Fact]
    public void End_Window_IsNoPageOfAChain()
    {
        _feed.Send(ConductFeed.Inventory, "?$top=10", facts: ConductFeed.Window(0, 10, total: 1_000_000));

        _feed.CountOf(FindingKind.PageTooSmall).ShouldBe(0);
    }
}

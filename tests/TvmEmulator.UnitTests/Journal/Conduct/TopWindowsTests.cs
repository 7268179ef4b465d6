using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class TopWindowsTests
{
    private readonly ConductFeed _feed = new();

    [Theory]
    [InlineData(10, 100, 1)]
    [InlineData(100, 100, 0)]
    [InlineData(200, 100, 0)]
    public void Report_OneWindow_TruncatesWhenMoreRowsExist(int top, int total, int found)
    {
        GetWindow(0, top, total);

        _feed.CountOf(FindingKind.TopTruncates).ShouldBe(found);
    }

    [Theory]
    [InlineData(0, 10, 20)]
    [InlineData(20, 0, 10)]
    public void Report_WindowsUpToTheEndInAnyOrder_FindsNothing(params int[] firsts)
    {
        foreach (var first in firsts)
            GetWindow(first, 10, total: 25);

        _feed.Report().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Report_WindowThatFailed_DoesNotFollow()
    {
        GetWindow(0, 10, total: 25);
        _feed.Send(ConductFeed.Inventory, "?$top=10&$skip=10", status: 500);

        _feed.CountOf(FindingKind.TopTruncates).ShouldBe(1);
    }

    [Fact]
    public void Report_PagesWithANextLink_AreNoWindows()
    {
        _feed.Fetch("?pageSize=10", ConductFeed.Link(10));

        _feed.CountOf(FindingKind.TopTruncates).ShouldBe(0);
    }

    private void GetWindow(int first, int size, int total) => _feed.Send(ConductFeed.Inventory, $"?$top={size}&$skip={first}", facts: ConductFeed.Window(first, size, total));
}

using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class ParallelCallsTests
{
    private readonly ConductFeed _feed = new();

    /// <summary>A minute allows five exports.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(8, 3)]
    public void Begin_CallsInFlight_AreFoundAboveWhatAMinuteAllows(int calls, int found)
    {
        for (var i = 0; i < calls; i++)
            _feed.Begin(ConductFeed.Export);

        _feed.CountOf(FindingKind.OverParallel).ShouldBe(found);
    }

    [Fact]
    public void Begin_CallsThatHaveEnded_AreNotInFlight()
    {
        for (var i = 0; i < 100; i++)
            _feed.Send(ConductFeed.Export, status: 429);

        _feed.CountOf(FindingKind.OverParallel).ShouldBe(0);
    }

    [Fact]
    public void Begin_OtherCallers_HaveACountOfTheirOwn()
    {
        for (var i = 0; i < 100; i++)
            _feed.Begin(ConductFeed.Export, application: $"application {i}");

        _feed.CountOf(FindingKind.OverParallel).ShouldBe(0);
    }

    [Fact]
    public void Begin_RouteThatIsNotCounted_IsNotFound()
    {
        for (var i = 0; i < 1_000; i++)
            _feed.Begin(ConductFeed.Blob);

        _feed.CountOf(FindingKind.OverParallel).ShouldBe(0);
    }
}

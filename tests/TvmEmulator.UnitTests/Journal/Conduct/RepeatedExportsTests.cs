using TvmEmulator.Journal.Conduct;
using TvmEmulator.Pipeline;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class RepeatedExportsTests
{
    private readonly ConductFeed _feed = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(59, 1)]
    [InlineData(60, 0)]
    [InlineData(-60, 0)]
    public void End_SameExportAgain_IsFoundWhileTheLinksAreValid(int minutes, int found)
    {
        Export();
        _feed.Now = _feed.Now.AddMinutes(minutes);
        Export();

        _feed.CountOf(FindingKind.ExportWhileValid).ShouldBe(found);
    }

    [Fact]
    public void End_NewSnapshot_IsNotFound()
    {
        Export();
        Export("2026-06-30/0800");

        _feed.Report().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void End_OtherCaller_IsNotFound()
    {
        Export();
        Export(application: "other");

        _feed.Report().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void End_LinksThatAFaultMayHaveSpoilt_AreNoReasonToWait()
    {
        _feed.End(_feed.Begin(ConductFeed.Export), facts: Facts(Samples.DefaultMark), isFaulty: true);
        Export();

        _feed.Report().Findings.ShouldBeEmpty();
    }

    private void Export(string mark = Samples.DefaultMark, string application = ConductFeed.Application) =>
        _feed.Send(ConductFeed.Export, facts: Facts(mark), application: application);

    private ExportFacts Facts(string mark) => new(Samples.Mark(mark), _feed.Now.AddHours(1), ["a/part-0.gz"]);
}

using TvmEmulator.Journal.Conduct;
using TvmEmulator.Pipeline;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class ConductObserverTests
{
    private readonly ConductFeed _feed = new();

    [Fact]
    public void Report_SeveralFindings_HasViolationsFirstAndThenTheirIds()
    {
        _feed.Send(ConductFeed.Export, application: "b", status: 429, retryAfter: 60);
        _feed.Send(ConductFeed.Export, application: "b");
        _feed.Send(ConductFeed.Export, application: "a", status: 429, retryAfter: 60);
        _feed.Send(ConductFeed.Export, application: "a");
        _feed.Send(ConductFeed.Blob, facts: new BlobFacts("a", HasAuthorization: true, IsExpired: true));
        _feed.Fetch("", ConductFeed.Link(10));

        _feed.Report().Findings.Select(finding => $"{finding.Severity} {finding.Id} {finding.Application[..1]}").ShouldBe(
        [
            "Violation bearer-to-storage 1",
            "Violation retry-too-early a",
            "Violation retry-too-early b",
            "Note chain-abandoned 1",
            "Note link-after-expiry 1",
        ]);
        _feed.Report().Violations.ShouldBe(3);
        _feed.Report().Notes.ShouldBe(2);
    }

    [Fact]
    public void Report_ManyOccurrences_CountsAllAndKeepsTheFirstFive()
    {
        for (var i = 0; i < 100; i++)
            _feed.Send(ConductFeed.Blob, status: 403, facts: new BlobFacts("a", HasAuthorization: true, IsExpired: false));

        var finding = _feed.Report().Findings.ShouldHaveSingleItem();
        finding.Count.ShouldBe(100);
        finding.Requests.Select(request => request.Id).ShouldBe([1L, 2, 3, 4, 5]);
    }

    [Fact]
    public void Report_MoreCallersThanAreKept_KeepsTheNewest()
    {
        for (var i = 0; i < 5_000; i++)
            _feed.Send(ConductFeed.Blob, status: 403, application: $"{i:D4}", facts: new BlobFacts("a", HasAuthorization: true, IsExpired: false));

        var findings = _feed.Report().Findings;
        findings.Count.ShouldBe(1_024);
        findings[0].Application.ShouldBe("3976");
        _feed.Report().Requests.ShouldBe(5_000);
    }

    [Fact]
    public void Report_NoCalls_HasNoTimes()
    {
        var report = _feed.Report();

        report.Requests.ShouldBe(0);
        report.From.ShouldBeNull();
        report.To.ShouldBeNull();
    }

    /// <summary>A request that proves a finding shows how it ended, also when it ended after the finding.</summary>
    [Fact]
    public void Report_CallThatEndsLater_ShowsItsStatusThen()
    {
        _feed.Send(ConductFeed.Export, status: 429, retryAfter: 60);
        var early = _feed.Begin(ConductFeed.Export);
        _feed.Report().Findings.Single().Requests.Select(request => request.Status).ShouldBe([429, 0]);
        _feed.End(early, 429, retryAfter: 60);

        _feed.Report().Findings.Single().Requests.Select(request => request.Status).ShouldBe([429, 429]);
    }

    [Fact]
    public void Kinds_All_HaveIdsOfTheirOwnAndASentence()
    {
        FindingKind.All.Select(kind => kind.Id).ShouldBeUnique(StringComparer.Ordinal);
        FindingKind.All.ShouldAllBe(kind => kind.Summary.EndsWith('.'));
    }
}

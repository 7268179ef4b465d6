using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using TvmEmulator.Journal.Conduct;
using TvmEmulator.Journal.Reports;

namespace TvmEmulator.UnitTests.Journal.Reports;

public sealed class JUnitReportTests
{
    [Fact]
    public async Task Write_NoFindings_IsACaseThatPassesForEveryKind()
    {
        var suite = (await WriteAsync()).Root!.Element("testsuite")!;

        suite.Elements("testcase").Select(one => one.Attribute("name")!.Value).ShouldBe(FindingKind.All.Select(kind => kind.Id));
        suite.Descendants("failure").ShouldBeEmpty();
        ((int)suite.Attribute("failures")!).ShouldBe(0);
        ((int)suite.Attribute("tests")!).ShouldBe(FindingKind.All.Count);
    }

    /// <summary>Readers take one failure for a case, so findings of two callers share it.</summary>
    [Fact]
    public async Task Write_TwoFindingsOfAKind_AreOneFailure()
    {
        var suite = (await WriteAsync(Found(FindingKind.RetryTooEarly, "a"), Found(FindingKind.RetryTooEarly, "b"))).Root!.Element("testsuite")!;

        ((int)suite.Attribute("failures")!).ShouldBe(1);
        var failure = suite.Descendants("failure").ShouldHaveSingleItem();
        failure.Value.ShouldContain("application a");
        failure.Value.ShouldContain("application b");
    }

    [Fact]
    public async Task Write_Note_DoesNotFail()
    {
        var suite = (await WriteAsync(Found(FindingKind.ChainOpen, "a"))).Root!.Element("testsuite")!;

        ((int)suite.Attribute("failures")!).ShouldBe(0);
        suite.Descendants("system-out").ShouldHaveSingleItem().Parent!.Attribute("name")!.Value.ShouldBe("chain-abandoned");
    }

    [Theory]
    [InlineData("/a<b>&\"'", "/a<b>&\"'")]
    [InlineData("/\0\u0001\u001b", "/???")]
    [InlineData("/\ud83d\ude00", "/\ud83d\ude00")]
    [InlineData("/\uffff]]>", "/?]]>")]
    public async Task Write_AnyPath_IsGoodXml(string path, string written)
    {
        var report = await WriteAsync(Found(FindingKind.RetryTooEarly, "a", path));

        report.Descendants("failure").Single().Value.ShouldContain($"GET {written}?x  429");
    }

    /// <summary>Kestrel refuses writes that block.</summary>
    [Fact]
    public async Task Write_ManyFindings_NeverBlocks()
    {
        var report = ReportOf([.. Enumerable.Range(0, 1_000).Select(i => Found(FindingKind.RetryTooEarly, $"application {i}", new string('p', 1_000)))]);
        await using var server = await JournalServer.StartAsync(routes =>
            routes.MapGet("/x", context => JUnitReport.WriteAsync(report, context.Response.Body, context.RequestAborted)));

        (await server.Client.GetStringAsync("/x")).ShouldEndWith("</testsuites>");
    }

    private static Finding Found(FindingKind kind, string application, string path = "/api") =>
        new(kind.Id, kind.Severity, kind.Summary, application, "Route", 1, [new Evidence(1, Samples.Utc("2026-06-30T09:00:00Z"), "GET", path, "?x", 429)]);

    private static async Task<XDocument> WriteAsync(params Finding[] findings)
    {
        var bytes = new MemoryStream();
        await JUnitReport.WriteAsync(ReportOf(findings), bytes, CancellationToken.None);
        return XDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static Report ReportOf(IReadOnlyList<Finding> findings) =>
        new() { Tenant = "default", Requests = 1, From = Samples.Utc("2026-06-30T09:00:00Z"), To = Samples.Utc("2026-06-30T09:00:01Z"), Findings = findings };
}

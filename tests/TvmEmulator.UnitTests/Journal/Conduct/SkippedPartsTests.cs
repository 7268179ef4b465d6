using TvmEmulator.Journal.Conduct;
using TvmEmulator.Pipeline;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class SkippedPartsTests
{
    private static readonly string[] Names = ["a/part-0.gz", "a/part-1.gz", "a/part-2.gz", "a/part-3.gz"];

    private readonly ConductFeed _feed = new();

    [Theory]
    [InlineData(400)]
    [InlineData(429)]
    [InlineData(500)]
    public void Report_FileFailedAndLaterOnesGot_IsSkipped(int status)
    {
        GetExport();
        GetFile(0);
        GetFile(1, status);
        GetFile(2);

        Skipped().ShouldBe(1);
        _feed.ProofOf(FindingKind.PageSkippedAfterError).ShouldBe([3L]);
    }

    [Fact]
    public void Report_FileGotAtLast_IsNotSkipped()
    {
        GetExport();
        GetFile(1, 500);
        GetFile(2);
        GetFile(3);
        Skipped().ShouldBe(1);
        GetFile(1, 206);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_FileGotThroughANewExport_IsNotSkipped()
    {
        GetExport();
        GetFile(1, 403);
        GetFile(2, 403);
        GetExport();
        for (var file = 0; file < Names.Length; file++)
            GetFile(file);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_ClientThatStopsAtAFailure_HasNotSkipped()
    {
        GetExport();
        GetFile(0);
        GetFile(1, 500);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_LaterFilesWereInFlightAlready_IsNotSkipped()
    {
        GetExport();
        var failing = Begin(1);
        var parallel = Begin(2);
        _feed.End(failing, 500);
        _feed.End(parallel);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_WorkersThatGoOnInParallel_HaveSkipped()
    {
        GetExport();
        var failing = Begin(0);
        var parallel = Begin(1);
        _feed.End(failing, 500);
        var later = Begin(2);
        _feed.End(parallel);
        _feed.End(later);

        Skipped().ShouldBe(1);
    }

    [Fact]
    public void Report_ClientThatLeftAFile_HasNotSkipped()
    {
        GetExport();
        GetFile(1, 499);
        GetFile(2);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_FileGotButTheCallerLeftAtItsEnd_IsNotSkipped()
    {
        GetExport();
        GetFile(1, 500);
        GetFile(2);
        GetFile(1, 499);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_OnlyPropertiesOfLaterFilesGot_IsNotSkipped()
    {
        GetExport();
        GetFile(1, 500);
        _feed.Send(ConductFeed.Blob, path: PathOf(Names[2]), method: "HEAD");

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_FilesOfNoExport_SayNothing()
    {
        GetFile(1, 404);
        GetFile(2);

        Skipped().ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 20, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 5, 0)]
    public void Report_TokenFailedAndAnotherGot_IsSkippedWhenItIsALaterOne(int file, int line, int skipped)
    {
        _feed.Fetch(ConductFeed.Query(10), nextLink: null, status: 500);
        _feed.Fetch(ConductFeed.Query(line, file: file), nextLink: null);

        Skipped().ShouldBe(skipped);
    }

    [Fact]
    public void Report_TokenOfAnotherSnapshotGot_IsNotSkipped()
    {
        _feed.Fetch(ConductFeed.Query(10), nextLink: null, status: 500);
        _feed.Fetch(ConductFeed.Query(20, mark: "2026-06-29/2000"), nextLink: null);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_WalkBegunAnewAfterAFailure_IsNotSkipped()
    {
        _feed.Fetch(ConductFeed.Query(10), nextLink: null, status: 500);
        _feed.Fetch("?pageSize=5", ConductFeed.Link(5));
        _feed.Fetch(ConductFeed.Query(5), ConductFeed.Link(15));
        _feed.Fetch(ConductFeed.Query(15), nextLink: null);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void Report_WindowFailedAndTheNextGot_IsSkipped()
    {
        GetWindow(0, 10);
        GetWindow(10, 10, status: 503);
        GetWindow(20, 10);

        Skipped().ShouldBe(1);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(5, 10)]
    [InlineData(0, 100)]
    public void Report_RowOfAFailedWindowGotInAnother_IsNotSkipped(int first, int size)
    {
        GetWindow(10, 10, status: 503);
        GetWindow(20, 10);
        GetWindow(first, size);

        Skipped().ShouldBe(0);
    }

    [Fact]
    public void End_MoreFailuresThanAreKept_CountsTheNewest()
    {
        for (var i = 0; i < 1_000; i++)
            GetWindow(i * 10, 10, status: 500);
        GetWindow(50_000, 10);

        Skipped().ShouldBe(64);
    }

    private void GetExport() => _feed.Send(ConductFeed.Export, facts: new ExportFacts(Samples.Mark(Samples.DefaultMark), _feed.Now.AddHours(1), Names));

    private void GetFile(int file, int status = 200) => _feed.End(Begin(file), status);

    private Call Begin(int file) => _feed.Begin(ConductFeed.Blob, "?sig=x", application: "anonymous", path: PathOf(Names[file]));

    private static string PathOf(string name) => $"/account/container/{name}";

    private void GetWindow(int first, int size, int status = 200) =>
        _feed.Send(ConductFeed.Inventory, $"?$top={size}&$skip={first}", status, status == 200 ? ConductFeed.Window(first, size, total: 100_000) : null);

    private long Skipped() => _feed.CountOf(FindingKind.PageSkippedAfterError);
}

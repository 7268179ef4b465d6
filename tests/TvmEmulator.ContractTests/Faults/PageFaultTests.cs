using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Wire;
using TvmEmulator.Faults;
using TvmEmulator.Faults.Actions;

namespace TvmEmulator.ContractTests.Faults;

/// <summary>Scenarios in which a page is not what it should be.</summary>
public sealed class PageFaultTests
{
    private const string Rows = "/api/machines/SoftwareInventoryByMachine?pageSize=200000";

    [Fact]
    public async Task Get_EndlessNextLink_LeadsToTheSamePage()
    {
        await using var server = await ScenarioServer.StartAsync("endless-next-link");
        var second = await server.SecondPageAsync();

        var page = await server.Client.GetByteArrayAsync(second);

        ScenarioServer.NextOf(page).ShouldBe(second);
        ScenarioServer.RowsOf(page).ShouldBe(1000);
    }

    [Fact]
    public async Task Get_DanglingNextLink_LeadsToABadRequest()
    {
        await using var server = await ScenarioServer.StartAsync("dangling-next-link");
        var dangling = await server.SecondPageAsync();
        var genuine = await server.SecondPageAsync();

        using var wrong = await server.Client.GetAsync(dangling);
        using var right = await server.Client.GetAsync(genuine);

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_MissingNextLink_EndsTheChainEarly()
    {
        await using var server = await ScenarioServer.StartAsync("missing-next-link");

        var page = await server.Client.GetByteArrayAsync(ScenarioServer.Pages);

        ScenarioServer.NextOf(page).ShouldBeNull();
        ScenarioServer.RowsOf(page).ShouldBe(1000);
    }

    [Fact]
    public async Task Get_EmptyMiddlePage_HasNoRowsAndGoesOn()
    {
        await using var genuine = await RunningServer.StartAsync(new() { Devices = 60 });
        await using var server = await ScenarioServer.StartAsync("empty-middle-page");
        var second = await server.SecondPageAsync();

        var page = await server.Client.GetByteArrayAsync(second);

        ScenarioServer.RowsOf(page).ShouldBe(0);
        ScenarioServer.NextOf(page).ShouldBe(ScenarioServer.NextOf(await genuine.Client.GetByteArrayAsync(second)));
    }

    [Fact]
    public async Task Get_UnknownColumn_StandsInEveryRowAndLine()
    {
        await using var server = await ScenarioServer.StartAsync("unknown-column");
        await using var genuine = await RunningServer.StartAsync(new() { Devices = 60 });

        (await RowsAsync(server)).ShouldBe((await RowsAsync(genuine)).Select(row => row[..^1] + ",\"isOnboarded\":true}"));
        (await LinesAsync(server)).ShouldBe((await LinesAsync(genuine)).Select(line => line[..^1] + ",\"isOnboarded\":true}"));
    }

    [Fact]
    public async Task Get_MissingGroupName_IsNullInRowsAndLeftOutInLines()
    {
        await using var server = await ScenarioServer.StartAsync("missing-group-name");

        (await RowsAsync(server)).ShouldAllBe(row => row.Contains("\"rbacGroupName\":null", StringComparison.Ordinal));
        (await LinesAsync(server)).ShouldAllBe(line => !line.Contains("RbacGroupName", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ id: x, action: { kind: null-column, name: nowhere } }", 0)]
    [InlineData("{ id: x, action: { kind: null-column, name: RBACGROUPNAME } }", 1)]
    [InlineData("{ id: x, action: { kind: extra-column, name: more, value: 1 } }, { id: y, action: { kind: null-column, name: More } }", 1)]
    public async Task Get_NullColumn_CountsPagesThatHaveTheColumn(string rules, long hits)
    {
        await using var server = await ScenarioServer.StartWithAsync($"faults: [{rules}]");

        (await server.Client.GetAsync(ScenarioServer.Pages)).Dispose();

        server.Worlds.Default.Faults.All[^1].Hits.ShouldBe(hits);
    }

    [Fact]
    public async Task Get_ColumnsChangedForACallerThatAcceptsGzip_IsSentUncompressed()
    {
        await using var server = await ScenarioServer.StartAsync("unknown-column");
        server.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var page = await server.Client.GetAsync(ScenarioServer.Pages);

        page.Content.Headers.ContentEncoding.ShouldBeEmpty();
        ScenarioServer.RowsOf(await page.Content.ReadAsByteArrayAsync()).ShouldBe(1000);
    }

    [Fact]
    public async Task Get_TwoMembersForACallerThatAcceptsGzip_UnpacksToTheGenuinePage()
    {
        await using var server = await ScenarioServer.StartWithAsync("faults: [{ id: x, action: { kind: two-members } }]");
        var plain = await server.Client.GetByteArrayAsync(ScenarioServer.Pages);
        server.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var page = await server.Client.GetAsync(ScenarioServer.Pages);
        var packed = await page.Content.ReadAsByteArrayAsync();

        page.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        Gzip.Bytes(packed).ShouldBe(plain);
        var first = Gzip.FirstMember(packed);
        plain.AsSpan().StartsWith(first).ShouldBeTrue();
        first.Length.ShouldBeInRange(plain.Length / 3, plain.Length * 2 / 3);
    }

    [Fact]
    public async Task Get_SlowAnswers_WaitsBeforeEveryAnswer()
    {
        var time = new HurriedTime();
        await using var server = await ScenarioServer.StartAsync("slow-answers", time);

        (await server.Client.GetAsync(ScenarioServer.Export)).Dispose();

        time.Waits.ShouldBe([TimeSpan.FromSeconds(10)]);
    }

    [Theory]
    [InlineData("?pageSize=1", 0.002)]
    [InlineData("?pageSize=1000", 2)]
    public async Task Get_SlowLargePages_WaitsForEachRow(string query, double seconds)
    {
        var time = new HurriedTime();
        await using var server = await ScenarioServer.StartAsync("slow-large-pages", time);

        (await server.Client.GetAsync("/api/machines/SoftwareInventoryByMachine" + query)).Dispose();

        time.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task Get_DelaysOfHours_EndAfterTenMinutes()
    {
        var time = new HurriedTime();
        await using var server = await RunningServer.StartAsync(new() { Devices = 60 }, time: time);
        server.Worlds.Default.Faults.Add(
        [
            new FaultRule("x", new FaultMatch(), new DelayFault(TimeSpan.FromMinutes(6), TimeSpan.Zero)),
            new FaultRule("y", new FaultMatch(), new DelayFault(TimeSpan.FromMinutes(6), TimeSpan.Zero)),
            new FaultRule("z", new FaultMatch(), new DelayFault(TimeSpan.Zero, TimeSpan.FromMinutes(1))),
        ]).ShouldBeNull();

        (await server.Client.GetAsync(ScenarioServer.Pages)).Dispose();

        time.Waits.ShouldBe([TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(10)]);
    }

    [Fact]
    public async Task Get_CallerLeavesDuringADelay_EndsTheRequestWithoutAWordInTheLog()
    {
        using var log = new LogCollector();
        await using var server = await RunningServer.StartAsync(
            new() { Devices = 60, ScenarioFile = Path.Combine(ScenarioServer.Folder, "slow-answers.yaml") },
            logging: logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        await log.RequestBegunAsync(); // The probe of the start.
        await log.RequestEndedAsync();

        using (var leaving = new CancellationTokenSource())
        {
            var request = server.Client.GetAsync(ScenarioServer.Pages, leaving.Token);
            await log.RequestBegunAsync();
            await leaving.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(request);
        }

        await log.RequestEndedAsync();
        log.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    [InlineData(300_000)]
    public async Task Get_Reset_BreaksAfterExactlySoManyBytes(int bytes)
    {
        await using var server = await ScenarioServer.StartWithAsync($"faults: [{{ id: x, action: {{ kind: reset, afterBytes: {bytes} }} }}]");

        using var response = await server.Client.GetAsync(Rows, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await BytesUntilTheBreakAsync(body)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Get_ConnectionResetMidPage_BreaksOnceAndThenAnswersAndLogsNothing()
    {
        using var log = new LogCollector();
        await using var server = await RunningServer.StartAsync(
            new() { Devices = 60, ScenarioFile = Path.Combine(ScenarioServer.Folder, "connection-reset-mid-page.yaml") },
            logging: logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var second = await server.SecondPageAsync();

        await Should.ThrowAsync<HttpRequestException>(server.Client.GetByteArrayAsync(second));
        var page = await server.Client.GetByteArrayAsync(second);

        ScenarioServer.RowsOf(page).ShouldBe(1000);
        log.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("afterBytes: 1000")]
    [InlineData("fraction: 0.25")]
    public async Task Get_Truncated_IsTheBeginningOfAnAnswerThatIsComplete(string cut)
    {
        await using var genuine = await RunningServer.StartAsync(new() { Devices = 60 });
        await using var server = await ScenarioServer.StartWithAsync($"faults: [{{ id: x, action: {{ kind: truncate, {cut} }} }}]");
        var whole = await genuine.Client.GetByteArrayAsync(Rows);

        var page = await server.Client.GetByteArrayAsync(Rows);

        page.Length.ShouldBe(cut.StartsWith('a') ? 1000 : whole.Length / 4);
        whole.AsSpan().StartsWith(page).ShouldBeTrue();
    }

    private static async Task<IEnumerable<string>> RowsAsync(RunningServer server) =>
        JsonElement.Parse(await server.Client.GetByteArrayAsync(Rows)).GetProperty("value").EnumerateArray().Select(row => row.GetRawText());

    private static async Task<IEnumerable<string>> LinesAsync(RunningServer server) =>
        string.Concat(await server.PartFilesAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<int> BytesUntilTheBreakAsync(Stream body)
    {
        var buffer = new byte[4096];
        var count = 0;
        try
        {
            while (await body.ReadAsync(buffer) is var read and > 0)
                count += read;
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            return count;
        }

        throw new ShouldAssertException("the body came to its end");
    }
}

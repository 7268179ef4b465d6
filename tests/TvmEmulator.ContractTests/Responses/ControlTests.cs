using System.Net;
using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>The control API. Each test has an emulator of its own, because calls change it.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private const string Page = "/api/machines/SoftwareInventoryByMachine?pageSize=1";

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(new EmulatorOptions { Devices = 3 });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("clock", "GET", "clock", "")]
    [InlineData("advance-by", "POST", "clock/advance", """{"by":"1.02:03:04"}""")]
    [InlineData("advance-to", "POST", "clock/advance", """{"to":"2026-07-01T00:00:00.5Z"}""")]
    [InlineData("freeze", "POST", "clock/advance", """{"by":"PT30M","freeze":true}""")]
    [InlineData("next", "POST", "snapshots/next", "")]
    [InlineData("next-count", "POST", "snapshots/next", """{"count":5}""")]
    [InlineData("quotas", "GET", "quotas", "")]
    [InlineData("quotas-set", "PUT", "quotas", """{"factor":10,"limits":[{"route":"SoftwareInventoryExport","perMinute":5,"perHour":20}]}""")]
    [InlineData("worlds", "GET", "worlds", "")]
    [InlineData("world", "PUT", "worlds/contoso.com", """{"seed":2,"devices":5,"dataTime":"2026-07-01T00:00Z"}""")]
    [InlineData("reset", "POST", "reset", "")]
    [InlineData("reset-only", "POST", "reset", """{"only":["clock","dataTime"]}""")]
    [InlineData("reset-tenant", "POST", "reset?tenant=contoso.com", "")]
    [InlineData("reset-all", "POST", "reset", """{"all":true}""")]
    public async Task Send_Call_Answers(string variant, string method, string call, string body) => (await SendAsync(method, call, body)).ShouldBeApproved(variant);

    [Fact]
    public async Task Send_BodyBeyondTheLimit_IsRefused() =>
        (await SendAsync("PUT", "quotas", new string(' ', 4 * 1024 * 1024 + 1))).ShouldStartWith("HTTP/1.1 413");

    [Fact]
    public async Task Send_BodyThatOtherRoutesWouldRefuse_IsRead() =>
        (await SendAsync("PUT", "quotas", new string(' ', 4 * 1024 * 1024 - 2) + "{}")).ShouldStartWith("HTTP/1.1 200");

    [Fact]
    public async Task Quotas_AfterCalls_SaysWhatIsUsed()
    {
        await SendAsync("PUT", "quotas", """{"limits":[{"route":"SoftwareInventoryByMachine","perMinute":1}]}""");
        await GetAsync(Page);
        await GetAsync("/api/machines/SoftwareInventoryExport");

        (await SendAsync("GET", "quotas")).ShouldBeApproved();
    }

    [Fact]
    public async Task SnapshotsNext_Pinned_ServesAnotherSnapshotAndKeepsChains()
    {
        var before = await NextLinkAsync(Page);
        await SendAsync("POST", "snapshots/next");

        (await NextLinkAsync(Page)).ShouldContain(SkipTokenText.Of("2026-06-30/0800/", 0, 1));
        (await NextLinkAsync(_server.Here(before).PathAndQuery)).ShouldContain(SkipTokenText.Of(SkipTokenText.Newest, 0, 2));
    }

    [Fact]
    public async Task SnapshotsNext_Live_SaysToAdvanceTheClock()
    {
        await using var live = await RunningServer.StartAsync(new EmulatorOptions { Devices = 3, DataTime = null });

        (await live.ControlAsync("POST", "snapshots/next")).ShouldBeApproved();
    }

    [Fact]
    public async Task Advance_LiveDataTime_BringsNewSnapshots()
    {
        await using var live = await RunningServer.StartAsync(new EmulatorOptions { Devices = 3, DataTime = null });
        await live.ControlAsync("POST", "clock/advance", """{"by":"06:00:00"}""");
        var clock = JsonElement.Parse(await live.Client.GetByteArrayAsync("/_emulator/clock"));

        clock.GetProperty("dataTime").GetString().ShouldBe("2026-06-30T14:00:00Z");
        clock.GetProperty("dataTimeFollowsServiceTime").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Tenant_OfItsOwn_HasItsOwnClock()
    {
        await SendAsync("POST", "clock/advance?tenant=contoso.com", """{"by":"01:00:00"}""");

        (await OffsetAsync("?tenant=Contoso.com")).ShouldBe("01:00:00");
        (await OffsetAsync("")).ShouldBe("00:00:00");
        (await OffsetAsync("?tenant=65e6cb40-dc95-69b5-2101-05c8434e9eb3")).ShouldBe("00:00:00");
    }

    [Fact]
    public async Task Reset_All_ReachesEveryWorld()
    {
        await SendAsync("POST", "clock/advance", """{"by":"01:00:00"}""");
        await SendAsync("POST", "clock/advance?tenant=contoso.com", """{"by":"01:00:00"}""");
        await SendAsync("POST", "reset", """{"all":true}""");

        (await OffsetAsync("")).ShouldBe("00:00:00");
        (await OffsetAsync("?tenant=contoso.com")).ShouldBe("00:00:00");
    }

    [Fact]
    public async Task World_Dropped_IsGone()
    {
        await SendAsync("PUT", "worlds/contoso.com");

        (await SendAsync("DELETE", "worlds/contoso.com")).ShouldStartWith("HTTP/1.1 204");
        (await SendAsync("GET", "worlds/contoso.com")).ShouldStartWith("HTTP/1.1 404");
    }

    [Theory]
    [InlineData("2026-07-01T02:00:01Z", true)]
    [InlineData("2026-07-01T02:00:00Z", false)]
    [InlineData("2021-05-19", false)]
    [InlineData("nonsense", false)]
    public async Task Get_SinceTimeBeyondPinnedData_HasAHint(string sinceTime, bool hasHint)
    {
        using var page = await _server.Client.GetAsync($"{Page}&sinceTime={sinceTime}");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.TryGetValues("x-tvm-emulator-hint", out var hints).ShouldBe(hasHint);
        (hints?.Single() ?? "pinned at 2026-06-30T02:00Z").ShouldContain("pinned at 2026-06-30T02:00Z");
    }

    private async Task<string> OffsetAsync(string query) =>
        JsonElement.Parse(await _server.Client.GetByteArrayAsync("/_emulator/clock" + query)).GetProperty("offset").GetString()!;

    private async Task<string> NextLinkAsync(string path) =>
        JsonElement.Parse(await _server.Client.GetByteArrayAsync(path)).GetProperty("@odata.nextLink").GetString()!;

    private async Task GetAsync(string path)
    {
        using var answer = await _server.Client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
    }

    private Task<string> SendAsync(string method, string call, string body = "") => _server.ControlAsync(method, call, body);
}

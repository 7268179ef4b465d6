using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>What a client sees that calls too often. The clock stands still but for what the control API moves it.</summary>
public sealed class QuotaTests : IAsyncLifetime
{
    private const string Page = "/api/machines/SoftwareInventoryByMachine?pageSize=1";
    private const string Export = "/api/machines/SoftwareInventoryExport";
    private const string Distributions = "/api/Software/openssl-_-openssl/distributions";

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(new EmulatorOptions { Devices = 3 });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_OneCallTooMany_IsTooManyRequests(string edition)
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf(edition) with { QuotaFactor = 1 });
        for (var call = 0; call < 30; call++)
            (await StatusAsync(server, Page)).ShouldBe(HttpStatusCode.OK);
        using var refused = await server.Client.GetAsync(Page);

        (await ResponseText.ReadAsync(refused)).ShouldBeApproved(edition);
    }

    [Theory]
    [InlineData(Page, 30, 1000)]
    [InlineData(Export, 5, 20)]
    [InlineData(Distributions, 100, 1500)]
    public async Task Get_UntilTheHourIsFull_HasThePublishedLimits(string path, int perMinute, int perHour)
    {
        var calls = 0;
        for (var free = perMinute; free == perMinute && calls < perHour; calls += free)
        {
            free = await CallsUntilRefusedAsync(path);
            await ControlAsync("clock/advance", """{"by":"00:01:00"}""");
        }

        calls.ShouldBe(perHour);
        (await StatusAsync(_server, path)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Get_HourIsFull_IsTooManyRequestsForTheHour()
    {
        await FillTheHourAsync();
        using var refused = await _server.Client.GetAsync(Export);

        (await ResponseText.ReadAsync(refused)).ShouldBeApproved();
    }

    [Fact]
    public async Task Get_AfterRetryAfter_IsAnsweredAndASecondEarlierIsNot()
    {
        await CallsUntilRefusedAsync(Export);
        using var refused = await _server.Client.GetAsync(Export);
        var wait = refused.Headers.RetryAfter!.Delta!.Value;
        await ControlAsync("clock/advance", $$"""{"by":"{{wait - TimeSpan.FromSeconds(1)}}"}""");

        (await StatusAsync(_server, Export)).ShouldBe(HttpStatusCode.TooManyRequests);
        await ControlAsync("clock/advance", """{"by":"PT1S"}""");
        (await StatusAsync(_server, Export)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_NextLinks_AreCallsOfTheirRoute()
    {
        var link = Page;
        for (var call = 0; call < 30; call++)
        {
            var page = JsonElement.Parse(await _server.Client.GetByteArrayAsync(link));
            link = _server.Here(page.GetProperty("@odata.nextLink").GetString()!).PathAndQuery;
        }

        (await StatusAsync(_server, link)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Get_RefusedByTheRoute_IsACall()
    {
        for (var call = 0; call < 5; call++)
            (await StatusAsync(_server, Export + "?sasValidHours=99")).ShouldBe(HttpStatusCode.BadRequest);

        (await StatusAsync(_server, Export)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Get_RefusedByAdmission_IsNoCall()
    {
        using var client = _server.NewClientWithoutToken();
        for (var call = 0; call < 10; call++)
        {
            using var refused = await client.GetAsync(Export);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await StatusAsync(_server, Export)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_FilesAndDocuments_AreNotCounted()
    {
        using var client = _server.NewClientWithoutToken();
        var file = (await _server.LinksAsync())[0];
        for (var call = 0; call < 200; call++)
        {
            using var blob = await client.GetAsync(file);
            blob.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await StatusAsync(_server, "/api/$metadata")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Reset_OfQuotas_FreesAFullHourAtOnce()
    {
        await FillTheHourAsync();
        await ControlAsync("reset", """{"only":["quotas"]}""");

        (await CallsUntilRefusedAsync(Export)).ShouldBe(5);
    }

    [Fact]
    public async Task Reset_OfTheClock_ForgetsCallsOfTheFuture()
    {
        await FillTheHourAsync();
        await ControlAsync("reset", """{"only":["clock"]}""");

        // The first five were made before service time was moved on.
        (await StatusAsync(_server, Export)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await ControlAsync("clock/advance", """{"by":"00:01:00"}""")).ShouldBe(HttpStatusCode.OK);
        (await CallsUntilRefusedAsync(Export)).ShouldBe(5);
    }

    private async Task FillTheHourAsync()
    {
        for (var minute = 0; minute < 4; minute++)
        {
            if (minute > 0)
                await ControlAsync("clock/advance", """{"by":"00:01:00"}""");
            (await CallsUntilRefusedAsync(Export)).ShouldBe(5);
        }
    }

    private async Task<int> CallsUntilRefusedAsync(string path)
    {
        var calls = 0;
        while (calls < 5000 && await StatusAsync(_server, path) == HttpStatusCode.OK)
            calls++;
        return calls;
    }

    private async Task<HttpStatusCode> ControlAsync(string call, string json)
    {
        using var answer = await _server.Client.PostAsJsonAsync($"/_emulator/{call}", JsonElement.Parse(json));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningServer server, string path)
    {
        using var answer = await server.Client.GetAsync(path);
        return answer.StatusCode;
    }
}

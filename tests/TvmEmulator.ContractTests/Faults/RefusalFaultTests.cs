using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Faults;

/// <summary>Scenarios in which a client gets an error for an answer.</summary>
public sealed class RefusalFaultTests
{
    [Fact]
    public async Task Get_GatewayHtml502_IsABarePageOnceInTheMiddleOfAChain()
    {
        await using var server = await ScenarioServer.StartAsync("gateway-html-502");
        var second = await server.SecondPageAsync();

        using var failed = await server.Client.GetAsync(second);
        using var again = await server.Client.GetAsync(second);

        failed.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        failed.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        failed.Headers.RetryAfter.ShouldBeNull();
        (await failed.Content.ReadAsStringAsync()).ShouldStartWith("<html>\r\n<head><title>502 Bad Gateway</title>");
        ScenarioServer.HintOf(failed).ShouldBe("fault 'gateway-html-502': answered 502");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        ScenarioServer.HintOf(again).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_ServiceError503_IsAnEnvelopeTwice()
    {
        await using var server = await ScenarioServer.StartAsync("service-error-503");

        using var failed = await server.Client.GetAsync(ScenarioServer.Pages);
        using var failedToo = await server.Client.GetAsync(ScenarioServer.Export);
        using var answered = await server.Client.GetAsync(ScenarioServer.Pages);

        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        failed.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await ErrorAsync(failed)).GetProperty("code").GetString().ShouldBe("ServiceUnavailable");
        failedToo.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_ThrottledWithRetryAfter_EveryThirdPageSaysHowLongToWait()
    {
        await using var server = await ScenarioServer.StartAsync("throttled-with-retry-after");

        var statuses = new List<int>();
        for (var i = 0; i < 7; i++)
        {
            using var response = await server.Client.GetAsync(ScenarioServer.Pages);
            statuses.Add((int)response.StatusCode);
            response.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(8));
        }

        statuses.ShouldBe([200, 200, 429, 200, 200, 429, 200]);
    }

    [Fact]
    public async Task Get_ThrottledWithoutRetryAfter_IsWordedAsAQuotaButHasNoHeader()
    {
        await using var server = await ScenarioServer.StartAsync("throttled-without-retry-after");

        using var throttled = await server.Client.GetAsync(ScenarioServer.Export);

        throttled.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        throttled.Headers.RetryAfter.ShouldBeNull();
        var error = await ErrorAsync(throttled);
        error.GetProperty("code").GetString().ShouldBe("429");
        error.GetProperty("message").GetString().ShouldBe("API calls quota exceeded! maximum allowed 5 per 00:01:00");
    }

    [Fact]
    public async Task Get_TokenExpiresMidChain_IsUnauthorizedUntilThereIsANewToken()
    {
        await using var server = await ScenarioServer.StartAsync("token-expires-mid-chain");
        var second = await server.SecondPageAsync();
        var third = ScenarioServer.NextOf(await server.Client.GetByteArrayAsync(second)).ShouldNotBeNull();

        using var expired = await server.Client.GetAsync(third);
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        using var renewed = await server.Client.GetAsync(third);

        expired.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ErrorAsync(expired)).GetProperty("message").GetString().ShouldBe("Unauthorized request - reason of failure: Bearer token has expired");
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_FlakyService_FailsForTheSameCallsInEveryRun()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var server = await ScenarioServer.StartAsync("flaky-service");
            runs.Add(await StatusesAsync(server, 25));
        }

        runs[0].ShouldContain("500");
        runs[0].ShouldContain("200");
        runs[1].ShouldBe(runs[0]);
    }

    [Fact]
    public async Task Get_StatusOnABlob_IsWordedAsStorageDoes()
    {
        await using var server = await ScenarioServer.StartWithAsync("faults: [{ id: x, match: { route: blob }, action: { kind: status, status: 503 } }]");
        using var client = server.NewClientWithoutToken();

        using var refused = await client.GetAsync((await server.LinksAsync())[0]);

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.GetValues("x-ms-error-code").ShouldBe(["ServerBusy"]);
        XElement.Parse(await refused.Content.ReadAsStringAsync()).Element("Code")!.Value.ShouldBe("ServerBusy");
    }

    [Fact]
    public async Task Get_StatusWithEmptyBody_HasNoBytes()
    {
        await using var server = await ScenarioServer.StartWithAsync("faults: [{ id: x, action: { kind: status, status: 504, body: empty } }]");

        using var refused = await server.Client.GetAsync(ScenarioServer.Export);

        refused.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await refused.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/_emulator")]
    [InlineData("/_emulator/health/ready")]
    public async Task Get_PagesOfTheEmulatorItself_AreNeverHit(string path)
    {
        await using var server = await ScenarioServer.StartWithAsync("faults: [{ id: x, action: { kind: status, status: 500 } }]");

        using var response = await server.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> StatusesAsync(RunningServer server, int calls)
    {
        var statuses = new List<int>();
        for (var i = 0; i < calls; i++)
        {
            using var response = await server.Client.GetAsync("/api/machines/SoftwareInventoryByMachine?pageSize=1");
            statuses.Add((int)response.StatusCode);
        }

        return string.Join(' ', statuses);
    }

    private static async Task<JsonElement> ErrorAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("error");
}

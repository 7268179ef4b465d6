using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Laws;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Faults, overlays, scenarios and tokens by the control API. Each test has an emulator of its own, because calls change it.</summary>
public sealed class ScenarioControlTests : IAsyncLifetime
{
    private const string Page = "/api/machines/SoftwareInventoryByMachine?pageSize=1";

    private const string BuildAgent = """
        {"devices":[{"device":"build-7.contoso.example","osPlatform":"WindowsServer2022","group":"Build"}],
         "installations":[{"device":"build-7.contoso.example","software":"contoso-_-agent","version":"1.2.3"}],
         "cves":[{"id":"CVE-2026-12345","affects":[{"software":"contoso-_-agent","versions":["1.2.3"]}]}]}
        """;

    private const string Everything = """
        clients:
          - { id: nightly-sync, secret: s3cret, roles: [Machine.Read.All] }
        quotas: { limits: [{ route: SoftwareInventoryByMachine, perMinute: 1, perHour: 10 }] }
        clocks: { advance: "01:00:00", freeze: true, dataTime: 2026-06-30T08:00Z }
        faults:
          - { id: gone, match: { route: SoftwareDistributions }, action: { kind: status, status: 503, body: empty } }
        overlay:
          devices: [{ device: build-7.contoso.example, osPlatform: Linux }]
        """;

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(new EmulatorOptions { Devices = 3 });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("faults", "GET", "faults", "")]
    [InlineData("faults-added", "POST", "faults", """[{"id":"slow","match":{"page":2,"every":3},"action":{"kind":"delay","by":"00:00:01"}}]""")]
    [InlineData("faults-wrong", "POST", "faults", """{"id":"x","match":{"rout":"*"},"action":{"kind":"dealy"}}""")]
    [InlineData("faults-no-json", "POST", "faults", "{")]
    [InlineData("faults-cleared", "DELETE", "faults", "")]
    [InlineData("fault-unknown", "DELETE", "faults/nothing", "")]
    [InlineData("overlay", "GET", "overlay", "")]
    [InlineData("overlay-added", "POST", "overlay", BuildAgent)]
    [InlineData("overlay-wrong", "POST", "overlay", """{"devices":[{"device":"a","osPlatform":"Win10"}],"installations":[{"device":"nobody","software":"edge","version":"1"}]}""")]
    [InlineData("overlay-unknown-key", "POST", "overlay", """{"device":[]}""")]
    [InlineData("overlay-removed", "DELETE", "overlay", "")]
    [InlineData("scenario", "POST", "scenario", Everything)]
    [InlineData("scenario-wrong", "POST", "scenario", "faults: [{ id: a }]\nclocks: { serviceTime: yesterday }")]
    [InlineData("scenario-past", "POST", "scenario", "clocks: { serviceTime: 2020-01-01T00:00:00Z }")]
    [InlineData("scenario-overlay", "POST", "scenario", "overlay: { devices: [{ device: nobody, remove: true }] }")]
    [InlineData("fault-of-another-tenant", "POST", "faults", """{"id":"a","match":{"tenant":"contoso.com"},"action":{"kind":"empty"}}""")]
    [InlineData("parameter-misspelt", "POST", "reset?tennant=contoso.com", "")]
    [InlineData("tokens-wrong", "POST", "tokens", """{"role":["a"],"expiresIn":"1h"}""")]
    public async Task Send_Call_Answers(string variant, string method, string call, string body) => (await _server.ControlAsync(method, call, body)).ShouldBeApproved(variant);

    [Fact]
    public async Task Overlay_CveWithSeverityAndScore_IsAnsweredAndServed()
    {
        await _server.ControlAsync("POST", "overlay", BuildAgent);
        await _server.ControlAsync("POST", "overlay", """
            {"cves":[{"id":"CVE-2026-12345","affects":[{"software":"contoso-_-agent"}],"severity":"Low","cvssScore":9.8,
            "cvssVector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","exploitability":"ExploitIsVerified"}]}
            """);

        var overlay = await _server.ControlAsync("GET", "overlay");
        var cve = JsonElement.Parse(await _server.Client.GetByteArrayAsync("/api/vulnerabilities/CVE-2026-12345"));

        foreach (var said in new[] { "\"severity\": \"Low\"", "\"cvssScore\": 9.8", "\"cvssVector\": \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"", "\"exploitability\": \"ExploitIsVerified\"" })
            overlay.ShouldContain(said);
        (cve.GetProperty("severity").GetString(), cve.GetProperty("cvssV3").GetDouble(), cve.GetProperty("exploitVerified").GetBoolean()).ShouldBe(("Low", 9.8, true));
    }

    [Fact]
    public async Task Overlay_DeviceWithSoftwareAndCve_StandsInPagesFilesAndDistribution()
    {
        var before = await RowsAsync();
        await _server.ControlAsync("POST", "overlay", BuildAgent);

        var rows = await RowsAsync();
        rows.Count.ShouldBe(before.Count + 2);
        var distribution = JsonElement.Parse(await _server.Client.GetByteArrayAsync("/api/Software/contoso-_-agent/distributions")).GetProperty("value");
        distribution.GetRawText().ShouldBe("""[{"version":"1.2.3","installations":1,"vulnerabilities":1}]""");
        string.Concat(await _server.PartFilesAsync()).ShouldContain("\"DeviceName\":\"build-7.contoso.example\"");

        await _server.ControlAsync("POST", "reset");
        (await RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Faults_AddedAndRemoved_HitAndStop()
    {
        await _server.ControlAsync("POST", "faults", """{"id":"gateway","match":{"once":true},"action":{"kind":"status","status":502,"body":"html"}}""");

        (await StatusAsync(Page)).ShouldBe(502);
        (await StatusAsync(Page)).ShouldBe(200);
        (await _server.ControlAsync("GET", "faults")).ShouldContain("\"hits\": 1");
        (await _server.ControlAsync("DELETE", "faults/gateway")).ShouldStartWith("HTTP/1.1 204");
        (await _server.ControlAsync("GET", "faults")).ShouldContain("\"faults\": []");
    }

    [Fact]
    public async Task Scenario_Posted_HoldsUntilTheReset()
    {
        await _server.ControlAsync("POST", "scenario", Everything);

        (await StatusAsync("/api/Software/microsoft-_-edge/distributions")).ShouldBe(503);
        (await StatusAsync(Page)).ShouldBe(200);
        (await StatusAsync(Page)).ShouldBe(429);
        using (var refused = await _server.PostFormAsync("/default/oauth2/v2.0/token", "grant_type=client_credentials&client_id=other&client_secret=s&scope=https://api.securitycenter.microsoft.com/.default"))
            ((int)refused.StatusCode).ShouldBe(400);
        (await _server.ControlAsync("GET", "clock")).ShouldContain("\"serviceTime\": \"2026-06-30T10:41:27Z\"");

        await _server.ControlAsync("POST", "reset");

        (await StatusAsync("/api/Software/microsoft-_-edge/distributions")).ShouldNotBe(503);
        (await StatusAsync(Page)).ShouldBe(200);
        (await StatusAsync(Page)).ShouldBe(200);
        (await _server.ControlAsync("GET", "clock")).ShouldContain("\"serviceTime\": \"2026-06-30T09:41:27Z\"");
        (await _server.ControlAsync("GET", "overlay")).ShouldContain("\"devices\": []");
        (await _server.ControlAsync("GET", "worlds")).ShouldContain("2026-06-30T02:00:00Z");
    }

    [Fact]
    public async Task Scenario_WrongInOnePart_ChangesNothing()
    {
        await _server.ControlAsync("POST", "scenario", Everything.Replace("device: build-7", "remove: true, device: build-7", StringComparison.Ordinal).Replace(", osPlatform: Linux", "", StringComparison.Ordinal));

        (await _server.ControlAsync("GET", "faults")).ShouldContain("\"faults\": []");
        (await _server.ControlAsync("GET", "clock")).ShouldContain("\"frozen\": false");
    }

    [Theory]
    [InlineData("""{"clocks":{"dataTime":"live"}}""", true)]
    [InlineData("""{"clocks":{"advance":"01:00:00"}}""", true)]
    [InlineData("""{"clocks":{"freeze":false}}""", false)]
    public async Task Scenario_OfClocks_LeavesWhatItDoesNotMention(string scenario, bool isFrozen)
    {
        await _server.ControlAsync("POST", "clock/advance", """{"freeze":true}""");

        await _server.ControlAsync("POST", "scenario", scenario);

        (await _server.ControlAsync("GET", "clock")).Contains("\"frozen\": true", StringComparison.Ordinal).ShouldBe(isFrozen);
    }

    [Fact]
    public async Task Scenario_ServiceTimeInThePast_ChangesNothingElse()
    {
        (await _server.ControlAsync("POST", "scenario", "clocks: { serviceTime: 2020-01-01T00:00:00Z }\nquotas: { off: true }")).ShouldStartWith("HTTP/1.1 400");

        (await _server.ControlAsync("GET", "quotas")).ShouldContain("\"enabled\": true");
    }

    [Fact]
    public async Task Faults_RemovedAndAddedAgain_CountFromTheBeginning()
    {
        const string expiring = """{"id":"expiring","action":{"kind":"expire-token","afterCalls":1}}""";
        await _server.ControlAsync("POST", "faults", expiring);
        (await StatusAsync(Page)).ShouldBe(200);
        (await StatusAsync(Page)).ShouldBe(401);

        await _server.ControlAsync("DELETE", "faults/expiring");
        await _server.ControlAsync("POST", "faults", expiring);

        (await StatusAsync(Page)).ShouldBe(200);
    }

    [Fact]
    public async Task Worlds_RefusedTokenRequests_DoNotDropTheOnesThatAreUsed()
    {
        await _server.ControlAsync("PUT", "worlds/contoso.com", """{"seed":2}""");
        for (var i = 0; i < 70; i++)
            (await _server.PostFormAsync($"/tenant{i}/oauth2/v2.0/token", "grant_type=none")).Dispose();

        (await _server.ControlAsync("GET", "worlds/contoso.com")).ShouldContain("\"seed\": 2");
    }

    [Fact]
    public async Task Violations_OfADroppedWorld_AreNotForgotten()
    {
        var token = await _server.TokenAsync(path: "/contoso.com/oauth2/v2.0/token");
        var link = (await _server.LinksAsync())[0];
        using (var request = new HttpRequestMessage(HttpMethod.Get, link))
        {
            request.Headers.Authorization = new("Bearer", token);
            (await _server.Client.SendAsync(request)).Dispose();
        }

        await _server.ControlAsync("DELETE", "worlds/contoso.com");

        _server.Worlds.Violations.ShouldHaveSingleItem().ShouldStartWith("bearer-to-storage");
    }

    [Fact]
    public async Task Requests_LinkEscapedAsAWhole_KeepsNoSignature()
    {
        var link = (await _server.LinksAsync())[0];
        (await _server.Client.GetAsync(link.AbsolutePath + Uri.EscapeDataString(link.Query))).Dispose();

        var journal = await _server.ControlAsync("GET", "requests?limit=1");
        journal.ShouldContain("sig=***");
        journal.ShouldNotContain(link.Query[(link.Query.IndexOf("sig=", StringComparison.Ordinal) + 4)..][..20]);
    }

    [Fact]
    public async Task Worlds_SeedThatTheStartUpOverlayDoesNotFit_IsRefused()
    {
        await using var server = await RunningServer.StartAsync(new EmulatorOptions { ScenarioFile = Path.Combine(Faults.ScenarioServer.Folder, "full-example.yaml") });

        (await server.ControlAsync("PUT", "worlds/contoso.com", """{"seed":2}""")).ShouldStartWith("HTTP/1.1 400");
    }

    [Theory]
    [InlineData("""{"roles":["Machine.Read.All"]}""", 403)]
    [InlineData("""{"roles":["Software.Read.All"]}""", 200)]
    [InlineData("""{"scopes":["Software.Read"]}""", 200)]
    [InlineData("""{"audience":"https://graph.microsoft.com"}""", 403)]
    [InlineData("", 200)]
    public async Task Tokens_Minted_OpenWhatTheySay(string order, int status)
    {
        using var answer = await _server.GetAsync(Page, TokenOf(await _server.ControlAsync("POST", "tokens", order)));

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Tokens_ShortLived_DieWhenTheClockMovesOn()
    {
        var token = TokenOf(await _server.ControlAsync("POST", "tokens", """{"expiresIn":"00:01:05"}"""));
        await _server.ControlAsync("POST", "clock/advance", """{"by":"00:01:05"}""");

        using var answer = await _server.GetAsync(Page, token);
        ((int)answer.StatusCode).ShouldBe(401);
    }

    private static string TokenOf(string answer) =>
        JsonElement.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..]).GetProperty("access_token").GetString()!;

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var page = JsonElement.Parse(await _server.Client.GetByteArrayAsync("/api/machines/SoftwareInventoryByMachine"));
        return [.. page.GetProperty("value").EnumerateArray().Select(Row.OfPage)];
    }

    private async Task<int> StatusAsync(string path)
    {
        using var answer = await _server.Client.GetAsync(path);
        return (int)answer.StatusCode;
    }
}

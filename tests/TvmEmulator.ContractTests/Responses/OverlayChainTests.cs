using System.Net;
using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>What clients that are in the middle of something see of an overlay.</summary>
public sealed class OverlayChainTests : IAsyncLifetime
{
    private const string Changes = "/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-20T02:00Z";

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(new EmulatorOptions { Devices = 20 });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=100")]
    [InlineData("/api/machines/SoftwareVulnerabilitiesByMachine?pageSize=100")]
    [InlineData($"{Changes}&pageSize=10")]
    public async Task Get_NextLinkAfterAnotherOverlay_IsRefused(string path)
    {
        var device = await ValueAsync("/api/machines?$top=1", "computerDnsName");
        var first = await JsonAsync(path);
        await _server.ControlAsync("POST", "overlay", $$"""{"devices":[{"device":"{{device}}","remove":true}]}""");

        using var refused = await _server.Client.GetAsync(NextOf(first));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("The organization was changed since the page before.");
    }

    [Theory]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=1000")]
    [InlineData($"{Changes}&pageSize=10")]
    public async Task Get_NextLinkUnderTheSameOverlay_GoesOn(string path)
    {
        var device = await ValueAsync("/api/machines?$top=1", "computerDnsName");
        await _server.ControlAsync("POST", "overlay", $$"""{"devices":[{"device":"{{device}}","remove":true}]}""");

        using var next = await _server.Client.GetAsync(NextOf(await JsonAsync(path)));

        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The commonest thing that a client of changes is tested with.</summary>
    [Fact]
    public async Task Get_UpgradesOfAnOverlay_AreFixedAndNew()
    {
        var device = await ValueAsync("/api/machines?$top=1", "computerDnsName");
        await _server.ControlAsync("POST", "overlay", $$"""
            {"installations":[
              {"device":"{{device}}","software":"contoso-_-agent","version":"1.0","firstSeen":"2026-06-30T07:00:00Z"},
              {"device":"{{device}}","software":"contoso-_-agent","version":"2.0","firstSeen":"2026-06-30T13:00:00Z"}]}
            """);
        await _server.ControlAsync("POST", "snapshots/next", """{"count":2}""");

        var changes = (await JsonAsync($"{Changes}&pageSize=200000")).GetProperty("value").EnumerateArray()
            .Where(row => row.GetProperty("softwareVendor").GetString() == "contoso")
            .Select(row => (row.GetProperty("softwareVersion").GetString(), row.GetProperty("status").GetString(), row.GetProperty("eventTimestamp").GetString()![..19]));

        changes.ShouldBe([("1.0", "New", "2026-06-30 07:00:00"), ("1.0", "Fixed", "2026-06-30 13:00:00"), ("2.0", "New", "2026-06-30 13:00:00")]);
    }

    private static string NextOf(JsonElement page) => page.GetProperty("@odata.nextLink").GetString()!.Replace(RunningServer.PublicUrl, "", StringComparison.Ordinal);

    private async Task<string> ValueAsync(string path, string column) => (await JsonAsync(path)).GetProperty("value")[0].GetProperty(column).GetString()!;

    private async Task<JsonElement> JsonAsync(string path) => JsonElement.Parse(await _server.Client.GetByteArrayAsync(path));
}

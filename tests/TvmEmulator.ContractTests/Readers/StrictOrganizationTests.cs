using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Routes;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>A strict OData reader accepts every answer about organizations in which less is known of devices and software than in a generated one.</summary>
public sealed class StrictOrganizationTests
{
    private const string Overlay =
        """
        {
          "devices": [
            { "device": "printer", "osPlatform": "Linux" },
            { "device": "build-7.contoso.example", "osPlatform": "WindowsServer2022", "group": "Build" }
          ],
          "installations": [
            { "device": "printer", "software": "contoso-_-firmware", "version": "1" },
            { "device": "build-7.contoso.example", "software": "7-zip-_-7-zip", "version": "19.00" }
          ],
          "cves": [{ "id": "CVE-2026-12345", "affects": [{ "software": "7-zip-_-7-zip" }, { "software": "contoso-_-firmware" }] }]
        }
        """;

    [Fact]
    public async Task Answers_AboutAGivenOrganization_AreRead()
    {
        var folder = Path.Combine(Approval.Repository, "fixtures", "organizations", "bakery");
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2026") with { TenantData = folder });

        await ShouldBeReadAsync(server);
    }

    [Fact]
    public async Task Answers_AboutAnOverlaidOrganization_AreRead()
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2026", 2));
        (await server.ControlAsync("POST", "overlay", Overlay)).ShouldStartWith("HTTP/1.1 200");

        await ShouldBeReadAsync(server);
    }

    /// <summary>Every route, and those with an id for every id: what a reader refuses, it throws.</summary>
    private static async Task ShouldBeReadAsync(RunningServer server)
    {
        var reader = await StrictReader.OfAsync(server.Client);
        foreach (var route in DocumentedRoutes.All)
        {
            foreach (var path in route.HasId ? (await IdsAsync(server, route)).Select(route.WithId) : [route.Example])
                await Should.NotThrowAsync(async () => (await reader.ReadChainAsync(path)).ShouldNotBeEmpty(), path);
        }
    }

    private static async Task<IEnumerable<string>> IdsAsync(RunningServer server, DocumentedRoute route)
    {
        var path = route.Path[..route.Path.IndexOf("/{id}", StringComparison.Ordinal)];
        var list = JsonElement.Parse(await server.Client.GetByteArrayAsync($"{path}?$select=id&$top=100"));
        return list.GetProperty("value").EnumerateArray().Select(row => Uri.EscapeDataString(row.GetProperty("id").GetString()!));
    }
}

using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Clients that have the service's names in their code: they are told nothing but a CA, and find the emulator where the service would be.</summary>
public sealed class UnchangedClientTests(SharedHostMode host) : IClassFixture<SharedHostMode>
{
    [NetworkTheory]
    [InlineData("MSAL.NET")]
    [InlineData("MSAL.NET-certificate")]
    [InlineData("Azure.Identity")]
    [InlineData("msal-node")]
    [InlineData("@azure/identity")]
    [InlineData("requests")]
    public async Task Login_AuthorityOfMicrosoft_OpensTheWholeInventory(string client)
    {
        var rows = await Drivers.CountRowsAsync(client, SharedHostMode.Login, SharedHostMode.Api, host.Authority, host.Network);

        rows.ShouldBe(await host.RowsAsync());
    }

    [NetworkTheory]
    [InlineData("api.securitycenter.microsoft.com")]
    [InlineData("us.api.security.microsoft.com")]
    public async Task Curl_NameResolvedToPort443_GetsLinksWithThatNameAndNoPort(string name)
    {
        var url = $"https://{name}/api/machines/SoftwareInventoryByMachine?pageSize=5";

        var page = await Drivers.RunAsync(
            host.Network.Command("curl", "-sSf", "--cacert", host.Authority, "--resolve", $"{name}:443:127.0.0.1", "-H", "Authorization: Bearer any", url));

        page.ShouldStartWith($$"""{"@odata.context":"https://{{name}}/api/$metadata#""");
        page.ShouldContain($"\"@odata.nextLink\":\"https://{name}/api/machines/SoftwareInventoryByMachine?pagesize=5&$skiptoken=");
    }
}

using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>What libraries ask the login service before they ask for a token.</summary>
public sealed class DiscoveryTests(Editions editions) : IClassFixture<Editions>
{
    private const string Instance = "/common/discovery/instance";

    [Theory]
    [InlineData("v1", "/contoso.onmicrosoft.com/.well-known/openid-configuration")]
    [InlineData("v2", "/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration")]
    [InlineData("v2-guid", "/7D4CFD97-8E5A-4F8E-9A5C-8F0F6F3A2B11/v2.0/.well-known/openid-configuration")]
    [InlineData("v2-organizations", "/organizations/v2.0/.well-known/openid-configuration")]
    [InlineData("instance", Instance + "?api-version=1.1&authorization_endpoint=https://localhost/contoso.com/oauth2/v2.0/authorize")]
    [InlineData("instance-encoded", Instance + "?api-version=1.1&authorization_endpoint=https%3A%2F%2Flocalhost%2Fcontoso.com%2Foauth2%2Fv2.0%2Fauthorize")]
    [InlineData("instance-v1", Instance + "?api-version=1.0&authorization_endpoint=https://localhost/contoso.com/oauth2/authorize")]
    [InlineData("instance-behind-a-path", Instance + "?authorization_endpoint=https://localhost/base/contoso.com/oauth2/v2.0/authorize")]
    [InlineData("instance-of-the-path", "/contoso.com/discovery/instance")]
    [InlineData("wrong-tenant", "/contoso_com/v2.0/.well-known/openid-configuration")]
    [InlineData("wrong-tenant-keys", "/contoso_com/discovery/keys")]
    [InlineData("instance-no-url", Instance + "?authorization_endpoint=contoso.com")]
    [InlineData("instance-no-endpoint", Instance + "?authorization_endpoint=https://localhost/contoso.com")]
    [InlineData("instance-wrong-tenant", Instance + "?authorization_endpoint=https://localhost/contoso_com/oauth2/v2.0/authorize")]
    [InlineData("authorize-v1", "/contoso.com/oauth2/authorize?response_type=code&client_id=sync")]
    [InlineData("authorize-v2", "/contoso.com/oauth2/v2.0/authorize?response_type=code&client_id=sync")]
    public async Task Get_Document_Answers(string variant, string path)
    {
        var received = await GetAsync("2021", path);

        (await GetAsync("2026", path)).ShouldBe(received);
        received.ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("v1", "/contoso.com/discovery/keys")]
    [InlineData("v2", "/common/discovery/v2.0/keys")]
    public async Task Get_Keys_AreJsonWebKeys(string variant, string path)
    {
        using var client = editions["2021"].NewClientWithoutToken();

        TokenText.OfKeys(await client.GetStringAsync(path)).ShouldBeApproved(variant);
    }

    [Fact]
    public async Task Get_WithoutAPublicUrl_IsUnderTheHostOfTheCaller()
    {
        await using var server = new TvmEmulatorServer(new() { Port = 0, Devices = 3 }, new FixedTime(FixedTime.RequestTime));
        await server.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Url };

        (await client.GetStringAsync(Instance)).ShouldBe(
            $$"""{"tenant_discovery_endpoint":"http://{{server.Url.Authority}}/common/v2.0/.well-known/openid-configuration","api-version":"1.1","metadata":[{"preferred_network":"127.0.0.1","preferred_cache":"127.0.0.1","aliases":["127.0.0.1","{{server.Url.Authority}}"]}]}""");
    }

    [Fact]
    public async Task Get_DocumentsOfAnUnknownTenant_MakeNoWorld()
    {
        var server = editions["2021"];
        await GetAsync("2021", "/stranger.example/v2.0/.well-known/openid-configuration");
        await GetAsync("2021", "/stranger.example/oauth2/v2.0/token");

        server.Worlds.Find(server.Worlds.IdOf("stranger.example")).ShouldBeNull();
    }

    private async Task<string> GetAsync(string edition, string path)
    {
        using var client = editions[edition].NewClientWithoutToken();
        using var response = await client.GetAsync(path);
        return await ResponseText.ReadAsync(response);
    }
}

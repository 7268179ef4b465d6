using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Identity;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Which tokens of the emulator's own open the API, and what the others are told.</summary>
public sealed class AdmissionTests(Editions editions) : IClassFixture<Editions>
{
    private const string Page = "/api/machines/SoftwareInventoryByMachine?pageSize=1";
    private const string Graph = "https://graph.microsoft.com";

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_ExpiredToken_IsUnauthorized(string edition)
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf(edition));
        var token = await server.TokenAsync();
        server.Time.Now = server.Time.Now.AddSeconds(3599 + 130);
        using var response = await server.GetAsync(Page, token);

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(edition);
    }

    [Theory]
    [InlineData(3598, 200)]
    [InlineData(3599, 401)]
    [InlineData(-86_400, 200)]
    public async Task Get_TokenAtATime_IsJudgedByItsEndAlone(int seconds, int status)
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021"));
        var token = await server.TokenAsync();
        server.Time.Now = server.Time.Now.AddSeconds(seconds);
        using var response = await server.GetAsync(Page, token);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_AudienceOfAnotherService_IsForbidden(string edition)
    {
        var server = editions[edition];
        using var response = await server.GetAsync(Page, await server.TokenAsync(Graph));

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(edition);
    }

    [Theory]
    [InlineData("https://api.securitycenter.microsoft.com/")]
    [InlineData("https://api.securitycenter.windows.com")]
    [InlineData("https://api.security.microsoft.com")]
    [InlineData("https://eu.api.security.microsoft.com")]
    [InlineData("https://api-gcc.securitycenter.microsoft.us")]
    [InlineData("https://securitycenter.onmicrosoft.com/windowsatpservice")]
    [InlineData("fc780465-2017-40d4-a0c5-307022471b92")]
    [InlineData(RunningServer.PublicUrl)]
    public async Task Get_AnyNameOfThisService_IsAnAudience(string audience)
    {
        var server = editions["2021"];
        using var response = await server.GetAsync(Page, await server.TokenAsync(audience));

        response.EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_MissingRole_IsForbidden(string edition)
    {
        var server = editions[edition];
        server.Worlds.Open("roles.example").Clients = [new KnownClient("my-app", null, ["Vulnerability.Read.All", "Machine.Read.All"], null)];
        using var response = await server.GetAsync(Page, await server.TokenAsync(path: "/roles.example/oauth2/v2.0/token"));

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(edition);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_MissingScope_IsForbidden(string edition)
    {
        var server = editions[edition];
        using var answer = await server.PostFormAsync(
            Login.V2, $"grant_type=password&client_id=my-app&username=ann&password=p&scope={Login.Audience}/Machine.Read {Login.Audience}/Score.Read");
        using var response = await server.GetAsync(Page, await Login.TokenOfAsync(answer));

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(edition);
    }

    [Fact]
    public async Task Get_UserWithTheScope_IsLetIn()
    {
        var server = editions["2021"];
        using var answer = await server.PostFormAsync(
            Login.V2, $"grant_type=password&client_id=my-app&username=ann&password=p&scope={Login.Audience}/Software.Read");
        using var response = await server.GetAsync(Page, await Login.TokenOfAsync(answer));

        response.EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_ChangedToken_IsUnauthorized(string edition)
    {
        var server = editions[edition];
        var parts = (await server.TokenAsync()).Split('.');
        var other = (await server.TokenAsync(client: "other-app")).Split('.');
        using var response = await server.GetAsync(Page, $"{parts[0]}.{other[1]}.{parts[2]}");

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(edition);
    }

    [Fact]
    public async Task Get_UnknownRouteWithAnExpiredToken_IsUnauthorized()
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021"));
        var token = await server.TokenAsync();
        using var before = await server.GetAsync("/api/machine", token);
        server.Time.Now = server.Time.Now.AddHours(1);
        using var after = await server.GetAsync("/api/machine", token);

        ((int)before.StatusCode, (int)after.StatusCode).ShouldBe((404, 401));
    }

    [Theory]
    [InlineData("any", "any")]
    [InlineData("other-emulator", null)]
    public async Task Get_StrictAndTokenOfAnother_IsUnauthorized(string variant, string? token)
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021") with { Auth = AuthMode.Strict });
        using var response = await server.GetAsync(Page, token ?? await editions["2021"].TokenAsync());

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("https://api.securitycenter.microsoft.com", 200)]
    [InlineData("https://api.securitycenter.microsoft.com/", 200)]
    [InlineData("https://api.security.microsoft.com", 403)]
    [InlineData(RunningServer.PublicUrl, 403)]
    public async Task Get_Strict_TakesTheLegacyAudienceOnly(string audience, int status)
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021") with { Auth = AuthMode.Strict });
        using var response = await server.GetAsync(Page, await server.TokenAsync(audience));

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Get_AuthOff_AsksForNothing()
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021") with { Auth = AuthMode.Off });
        using var client = server.NewClientWithoutToken();
        using var without = await client.GetAsync(Page);
        using var forGraph = await server.GetAsync(Page, await server.TokenAsync(Graph));

        ((int)without.StatusCode, (int)forGraph.StatusCode).ShouldBe((200, 200));
    }

    [Fact]
    public async Task Get_TokenOfATenant_ReadsThatTenantsFiles()
    {
        var server = editions["2021"];
        var tenant = server.Worlds.IdOf("contoso.onmicrosoft.com");
        using var export = await server.GetAsync("/api/machines/SoftwareInventoryExport", await server.TokenAsync());
        var link = JsonElement.Parse(await export.Content.ReadAsByteArrayAsync()).GetProperty("exportFiles")[0].GetString()!;
        using var client = server.NewClientWithoutToken();
        using var file = await client.GetAsync(server.Here(link));

        link.ShouldContain($"/OrgId={tenant}/");
        file.EnsureSuccessStatusCode();
    }
}

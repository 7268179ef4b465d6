using System.Net;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>What is refused before any route has its say.</summary>
public sealed class RefusalTests(Editions editions) : IClassFixture<Editions>
{
    [Theory]
    [InlineData("missing", null)]
    [InlineData("not-bearer", "Basic YTpi")]
    [InlineData("empty", "Bearer")]
    public async Task Get_NoBearerToken_IsUnauthorized(string variant, string? authorization)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var client = server.NewClientWithoutToken();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/machines/SoftwareInventoryByMachine");
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
            using var response = await client.SendAsync(request);
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    /// <summary>The blank behind "Bearer" never arrives: a header's value is trimmed on its way.</summary>
    [Fact]
    public async Task Get_BearerWithoutToken_SaysThatTheTokenIsEmpty()
    {
        using var client = editions["2021"].NewClientWithoutToken();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ").ShouldBeTrue();
        using var response = await client.GetAsync("/api/machines/SoftwareInventoryByMachine");

        (await response.Content.ReadAsStringAsync()).ShouldContain("reason of failure: Bearer token is empty");
    }

    [Fact]
    public async Task Get_UnknownRouteWithoutToken_IsUnauthorized()
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var client = server.NewClientWithoutToken();
            using var response = await client.GetAsync("/api/machine");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved();
    }

    [Theory]
    [InlineData("misspelt", "/api/machines/SoftwareInventoryByMachines")]
    [InlineData("not-ascii", "/api/S%C3%B6ftware")]
    [InlineData("not-emulated", "/api/alerts")]
    [InlineData("two-slashes", "//api/machines/SoftwareInventoryByMachine")]
    [InlineData("other-account", "/otheraccount/tvm-export/2026-06-30/0200/x.json.gz")]
    public async Task Get_UnknownRoute_IsNotFoundWithAHint(string variant, string path)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync(new Uri(server.Url.GetLeftPart(UriPartial.Authority) + path));
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("/api/machines/$count")]
    [InlineData("/api/v1.0/Software/$count?$filter=vendor eq 'microsoft'")]
    [InlineData("/api/vulnerabilities/$COUNT")]
    [InlineData("/api/recommendations/$count")]
    [InlineData("/api/remediationTasks/$count")]
    [InlineData("/api/baselineProfiles/$count")]
    [InlineData("/api/machines/nobody.example/software/$count")]
    public async Task Get_PathOfACount_SaysHowToCount(string path)
    {
        var hint = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            return response.Headers.GetValues("x-tvm-emulator-hint").Single();
        });

        hint.ShouldBe("/$count is not emulated: ask the list with $count=true&$top=0 and read @odata.count");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Send_WrongMethod_IsMethodNotAllowed(string method)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/machines/SoftwareInventoryByMachine");
            using var response = await server.Client.SendAsync(request);
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(method);
    }
}

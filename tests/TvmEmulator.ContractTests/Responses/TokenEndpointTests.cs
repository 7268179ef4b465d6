using System.Text;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Identity;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Both editions of the contract share one login service, so every case is sent to both and approved once.</summary>
public sealed class TokenEndpointTests(Editions editions) : IClassFixture<Editions>
{
    private const string App = "grant_type=client_credentials&client_id=my-app";
    private const string Secret = App + "&client_secret=my-secret";
    private const string Scope = "scope=https://api.securitycenter.microsoft.com/.default";
    private const string User = "grant_type=password&client_id=my-app&username=ann@contoso.com&password=p";
    private const string Jwt = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    [Theory]
    [InlineData("v1", Login.V1, Secret + "&resource=https://api.securitycenter.microsoft.com")]
    [InlineData("v1-trailing-slash", Login.V1, Secret + "&resource=https://api.securitycenter.microsoft.com/")]
    [InlineData("v2", Login.V2, Secret + "&" + Scope)]
    [InlineData("v2-trailing-slash", Login.V2, Secret + "&scope=https://api.securitycenter.microsoft.com//.default")]
    [InlineData("guid", "/7d4cfd97-8e5a-4f8e-9a5c-8f0f6f3a2b11/oauth2/v2.0/token", Secret + "&" + Scope)]
    [InlineData("common", "/common/oauth2/v2.0/token", Secret + "&" + Scope)]
    [InlineData("library-fields", Login.V2 + "?client-request-id=1", Secret + "&" + Scope + "&client_info=1&claims={\"access_token\":{\"xms_cc\":{\"values\":[\"CP1\"]}}}")]
    [InlineData("user-v1", Login.V1, User + "&resource=https://api.securitycenter.microsoft.com")]
    [InlineData("user-v2", Login.V2, User + "&scope=openid https://api.securitycenter.microsoft.com/Software.Read https://api.securitycenter.microsoft.com/Unknown.Read")]
    [InlineData("user-default", Login.V2, User + "&" + Scope)]
    public async Task Post_CompleteForm_GivesAToken(string variant, string path, string fields) =>
        (await OfBothAsync(server => server.PostFormAsync(path, fields), TokenText.OfAnswer)).ShouldBeApproved(variant);

    [Fact]
    public async Task Post_HttpBasic_GivesAToken() => (await OfBothAsync(
        server => server.PostFormAsync(Login.V2, "grant_type=client_credentials&" + Scope, ("Authorization", "Basic " + Base64("my%2Dapp:s%3Acret"))),
        TokenText.OfAnswer)).ShouldBeApproved();

    [Fact]
    public async Task Post_Assertion_GivesAToken() => (await OfBothAsync(
        server => server.PostFormAsync(Login.V2, $"{App}&{Scope}&client_assertion_type={Jwt}&client_assertion={Assertion("my-app", "MY-APP")}"),
        TokenText.OfAnswer)).ShouldBeApproved();

    [Theory]
    [InlineData("no-fields", Login.V2, "")]
    [InlineData("no-client", Login.V2, "grant_type=client_credentials&client_secret=s&" + Scope)]
    [InlineData("empty-client", Login.V2, "grant_type=client_credentials&client_id=&client_secret=s&" + Scope)]
    [InlineData("no-scope", Login.V2, Secret)]
    [InlineData("resource-for-scope", Login.V2, Secret + "&resource=https://api.securitycenter.microsoft.com")]
    [InlineData("no-resource", Login.V1, Secret)]
    [InlineData("scope-for-resource", Login.V1, Secret + "&" + Scope)]
    [InlineData("no-secret", Login.V2, App + "&" + Scope)]
    [InlineData("no-username", Login.V2, "grant_type=password&client_id=my-app&password=p&" + Scope)]
    [InlineData("no-password", Login.V2, "grant_type=password&client_id=my-app&username=ann&" + Scope)]
    [InlineData("other-grant", Login.V2, "grant_type=authorization_code&client_id=my-app&code=c&" + Scope)]
    [InlineData("scope-by-name", Login.V2, Secret + "&scope=https://api.securitycenter.microsoft.com/Software.Read.All")]
    [InlineData("bare-audience", Login.V2, Secret + "&scope=https://api.securitycenter.microsoft.com/")]
    [InlineData("two-resources", Login.V2, Secret + "&" + Scope + " https://graph.microsoft.com/.default")]
    [InlineData("user-without-resource", Login.V2, User + "&scope=openid profile")]
    [InlineData("assertion-type", Login.V2, App + "&" + Scope + "&client_assertion=a.b.c&client_assertion_type=jwt")]
    [InlineData("malformed-assertion", Login.V2, App + "&" + Scope + "&client_assertion=a.b.c&client_assertion_type=" + Jwt)]
    [InlineData("tenant-form", "/contoso_com/oauth2/v2.0/token", Secret + "&" + Scope)]
    public async Task Post_WrongForm_IsRefused(string variant, string path, string fields) =>
        (await OfBothAsync(server => server.PostFormAsync(path, fields))).ShouldBeApproved(variant);

    [Theory]
    [InlineData("iss", "other-app", "my-app")]
    [InlineData("sub", "my-app", "other-app")]
    public async Task Post_AssertionOfAnotherClient_IsRefused(string variant, string issuer, string subject) => (await OfBothAsync(
        server => server.PostFormAsync(Login.V2, $"{App}&{Scope}&client_assertion_type={Jwt}&client_assertion={Assertion(issuer, subject)}")))
        .ShouldBeApproved(variant);

    [Fact]
    public async Task Post_ClientRequestId_IsTheCorrelationId() => (await OfBothAsync(
        server => server.PostFormAsync(Login.V2, App, ("client-request-id", "3f2504e0-4f89-11d3-9a0c-0305e82c3301")))).ShouldBeApproved();

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Send_WrongMethod_IsRefused(string method) => (await OfBothAsync(async server =>
    {
        using var client = server.NewClientWithoutToken();
        using var request = new HttpRequestMessage(new HttpMethod(method), Login.V2);
        return await client.SendAsync(request);
    })).ShouldBeApproved(method);

    [Theory]
    [InlineData("application/json", "{\"grant_type\":\"client_credentials\"}")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=%00")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\nclient_credentials\r\n--x--\r\n")]
    [InlineData("nonsense", "grant_type=client_credentials")]
    [InlineData(null, "grant_type=client_credentials")]
    public async Task Post_BodyThatIsNoForm_HasNoFields(string? type, string body)
    {
        using var client = editions["2021"].NewClientWithoutToken();
        using var request = new HttpRequestMessage(HttpMethod.Post, Login.V2) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        using var response = await client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldContain("AADSTS900144: The request body must contain the following parameter: 'grant_type'.");
    }

    [Fact]
    public async Task Post_TooManyFields_HasNoFields()
    {
        using var response = await editions["2021"].PostFormAsync(Login.V2, Secret + "&" + Scope + string.Concat(Enumerable.Range(0, 2000).Select(i => $"&f{i}=")));

        (await response.Content.ReadAsStringAsync()).ShouldContain("'grant_type'");
    }

    [Fact]
    public async Task Post_BodyThatIsTooLong_IsRefused()
    {
        using var response = await editions["2021"].PostFormAsync(Login.V2, "grant_type=" + new string('a', 65 * 1024));

        ((int)response.StatusCode).ShouldBe(413);
    }

    [Fact]
    public async Task Post_KnownClientWithItsSecret_HasItsRolesAndLifetime() =>
        (await OfBothAsync(server => server.PostFormAsync(PathOfNamed(server), App + "&client_secret=its-secret&" + Scope), TokenText.OfAnswer)).ShouldBeApproved();

    [Theory]
    [InlineData("unknown", "grant_type=client_credentials&client_id=other-app&client_secret=its-secret&" + Scope)]
    [InlineData("wrong-secret", Secret + "&" + Scope)]
    [InlineData("user-without-secret", User + "&" + Scope)]
    public async Task Post_NotAsTheWorldKnowsIt_IsRefused(string variant, string fields) =>
        (await OfBothAsync(server => server.PostFormAsync(PathOfNamed(server), fields))).ShouldBeApproved(variant);

    [Theory]
    [InlineData(App + "&client_secret=any&" + Scope)]
    [InlineData(User + "&" + Scope)]
    public async Task Post_KnownClientWithoutASecret_TakesAny(string fields)
    {
        var server = editions["2021"];
        server.Worlds.Open("any-secret").Clients = [new KnownClient("my-app", null, [], null)];
        using var response = await server.PostFormAsync("/any-secret/oauth2/v2.0/token", fields);

        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Post_InTheSameSecond_GivesDifferentTokens()
    {
        var server = editions["2021"];
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.TokenAsync()));

        tokens.ShouldBeUnique(StringComparer.Ordinal);
    }

    /// <summary>A tenant of its own, where one client is known.</summary>
    private static string PathOfNamed(RunningServer server)
    {
        server.Worlds.Open("named.example").Clients =
            [new KnownClient("My-App", "its-secret", ["Vulnerability.Read.All", "Machine.Read.All"], TimeSpan.FromSeconds(65))];
        return "/named.example/oauth2/v2.0/token";
    }

    private Task<string> OfBothAsync(Func<RunningServer, Task<HttpResponseMessage>> send, Func<string, string>? view = null) => editions.InBothAsync(async server =>
    {
        using var response = await send(server);
        return ResponseText.Head(response, "Date", "Content-Length") + (view ?? (body => body))(await response.Content.ReadAsStringAsync());
    });

    private static string Assertion(string issuer, string subject) =>
        $"{Base64("""{"alg":"RS256"}""")}.{Base64($$"""{"iss":"{{issuer}}","sub":"{{subject}}"}""")}.{Base64("not judged")}".Replace("=", "", StringComparison.Ordinal);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

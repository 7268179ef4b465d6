using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Identity;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>What callers are told whom the routes of software and machines do not let in. Which roles and scopes open them, <see cref="Routes.RouteAdmissionTests"/> say.</summary>
public sealed class EntityAdmissionTests(Editions editions) : IClassFixture<Editions>
{
    private const string Machine = "/api/machines/de666236e748ec0759f9c53d19df20adb30709e9";
    private const string Software = "/api/Software/microsoft-_-edge";

    [Theory]
    [InlineData("machines", "/api/machines", "Software.Read.All")]
    [InlineData("machine", Machine, "Software.Read.All")]
    [InlineData("machine-software", Machine + "/software", "Machine.Read.All")]
    [InlineData("machine-vulnerabilities", Machine + "/vulnerabilities", "Software.Read.All")]
    [InlineData("machine-missing-kbs", Machine + "/getmissingkbs", "Machine.Read.All")]
    [InlineData("software", "/api/Software", "Vulnerability.Read.All")]
    [InlineData("software-by-id", Software, "Machine.Read.All")]
    [InlineData("software-machine-references", Software + "/machineReferences", "Machine.Read.All")]
    [InlineData("software-vulnerabilities", Software + "/vulnerabilities", "Software.Read.All")]
    [InlineData("software-missing-kbs", Software + "/getmissingkbs", "Vulnerability.Read.All")]
    public async Task Get_AnotherRoleAlone_IsForbidden(string variant, string path, string role)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await GetWithRolesAsync(server, path, role);
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("machines", "/api/machines")]
    [InlineData("machine-missing-kbs", Machine + "/getmissingkbs")]
    public async Task Get_UserWithoutTheScope_IsForbidden(string variant, string path)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.GetAsync(path, await UserTokenAsync(server, "Software.Read"));
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("machines", "/api/machines")]
    [InlineData("software", "/api/Software")]
    public async Task Get_WithoutToken_IsUnauthorized(string variant, string path)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var client = server.NewClientWithoutToken();
            using var response = await client.GetAsync(path);
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    private static async Task<HttpResponseMessage> GetWithRolesAsync(RunningServer server, string path, string role)
    {
        // A world for each role, because tests run beside each other.
        var tenant = $"{role.ToLowerInvariant()}.example";
        server.Worlds.Open(tenant).Clients = [new KnownClient("my-app", null, [role], null)];
        return await server.GetAsync(path, await server.TokenAsync(path: $"/{tenant}/oauth2/v2.0/token"));
    }

    private static async Task<string> UserTokenAsync(RunningServer server, string scope)
    {
        using var answer = await server.PostFormAsync(Login.V2, $"grant_type=password&client_id=my-app&username=ann&password=p&scope={Login.Audience}/{scope}");
        return await Login.TokenOfAsync(answer);
    }
}

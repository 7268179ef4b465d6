using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Identity;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Which roles and scopes open the routes of software and machines.</summary>
public sealed class EntityAdmissionTests(Editions editions) : IClassFixture<Editions>
{
    private const string Machine = "/api/machines/de666236e748ec0759f9c53d19df20adb30709e9";
    private const string Software = "/api/Software/microsoft-_-edge";

    [Theory]
    [InlineData("/api/machines", "Machine.Read.All")]
    [InlineData("/api/machines", "Machine.ReadWrite.All")]
    [InlineData(Machine, "Machine.Read.All")]
    [InlineData(Machine, "Machine.ReadWrite.All")]
    [InlineData(Machine + "/software", "Software.Read.All")]
    [InlineData(Machine + "/vulnerabilities", "Vulnerability.Read.All")]
    [InlineData(Machine + "/getmissingkbs", "Software.Read.All")]
    [InlineData("/api/Software", "Software.Read.All")]
    [InlineData(Software, "Software.Read.All")]
    [InlineData(Software + "/distribution", "Software.Read.All")]
    [InlineData(Software + "/machineReferences", "Software.Read.All")]
    [InlineData(Software + "/vulnerabilities", "Vulnerability.Read.All")]
    [InlineData(Software + "/getmissingkbs", "Software.Read.All")]
    public async Task Get_OneRoleAlone_OpensItsRoutes(string path, string role)
    {
        using var response = await GetWithRolesAsync(editions["2021"], path, role);

        response.EnsureSuccessStatusCode();
    }

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
    [InlineData("/api/machines", "Machine.Read")]
    [InlineData("/api/machines", "Machine.ReadWrite")]
    [InlineData(Software + "/vulnerabilities", "Vulnerability.Read")]
    public async Task Get_UserWithOneScope_IsLetIn(string path, string scope)
    {
        using var response = await editions["2021"].GetAsync(path, await UserTokenAsync(editions["2021"], scope));

        response.EnsureSuccessStatusCode();
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

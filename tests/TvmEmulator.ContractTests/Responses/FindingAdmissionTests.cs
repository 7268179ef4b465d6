using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Identity;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Which roles and scopes open the routes of vulnerabilities, recommendations, scores, remediation tasks and baselines.</summary>
public sealed class FindingAdmissionTests(Editions editions) : IClassFixture<Editions>
{
    private const string Recommendation = "/api/recommendations/va-_-microsoft-_-edge";
    private const string Task = "/api/remediationTasks/d75df2cd-e8c2-44d2-aa6e-4b4dcf45abf3";

    public static TheoryData<string, string, string> Routes => new()
    {
        { "/api/vulnerabilities?$top=1", "Vulnerability.Read.All", "Vulnerability.Read" },
        { "/api/vulnerabilities/CVE-2023-4863", "Vulnerability.Read.All", "Vulnerability.Read" },
        { "/api/vulnerabilities/CVE-2023-4863/machineReferences", "Vulnerability.Read.All", "Vulnerability.Read" },
        { "/api/vulnerabilities/machinesVulnerabilities?$top=1", "Vulnerability.Read.All", "Vulnerability.Read" },
        { "/api/recommendations", "SecurityRecommendation.Read.All", "SecurityRecommendation.Read" },
        { Recommendation, "SecurityRecommendation.Read.All", "SecurityRecommendation.Read" },
        { Recommendation + "/software", "Software.Read.All", "SecurityRecommendation.Read" },
        { Recommendation + "/machineReferences", "SecurityRecommendation.Read.All", "SecurityRecommendation.Read" },
        { Recommendation + "/vulnerabilities", "Vulnerability.Read.All", "Vulnerability.Read" },
        { "/api/machines/de666236e748ec0759f9c53d19df20adb30709e9/recommendations", "SecurityRecommendation.Read.All", "SecurityRecommendation.Read" },
        { "/api/exposureScore", "Score.Read.All", "Score.Read" },
        { "/api/exposureScore/ByMachineGroups", "Score.Read.All", "Score.Read" },
        { "/api/configurationScore", "Score.Read.All", "Score.Read" },
        { "/api/remediationTasks", "RemediationTasks.Read.All", "RemediationTask.Read" },
        { Task, "RemediationTasks.Read.All", "RemediationTask.Read" },
        { Task + "/machineReferences", "RemediationTasks.Read.All", "RemediationTask.Read" },
        { "/api/baselineConfigurations", "SecurityBaselinesAssessment.Read.All", "SecurityBaselinesAssessment.Read" },
        { "/api/baselineProfiles", "SecurityBaselinesAssessment.Read.All", "SecurityBaselinesAssessment.Read" },
        { "/api/browserextensions/permissionsinfo", "Software.Read.All", "Software.Read" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_OneRoleOrScopeAlone_OpensItsRoutes(string path, string role, string scope)
    {
        using var asApplication = await GetWithRolesAsync(editions["2021"], path, role);
        using var asUser = await editions["2021"].GetAsync(path, await UserTokenAsync(editions["2021"], scope));

        asApplication.EnsureSuccessStatusCode();
        asUser.EnsureSuccessStatusCode();
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_AnotherRoleAlone_IsForbiddenAndNamesTheRole(string path, string role, string scope)
    {
        using var asApplication = await GetWithRolesAsync(editions["2026"], path, "Machine.Read.All");
        using var asUser = await editions["2026"].GetAsync(path, await UserTokenAsync(editions["2026"], "Machine.Read"));

        ((int)asApplication.StatusCode, (int)asUser.StatusCode).ShouldBe((403, 403));
        (await ResponseText.ReadAsync(asApplication)).ShouldContain($"API required roles: {role}, application roles: Machine.Read.All.");
        (await ResponseText.ReadAsync(asUser)).ShouldContain($"API required scopes: {scope}, user scopes: Machine.Read.");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_WithoutToken_IsUnauthorized(string path, string role, string scope)
    {
        using var client = editions["2026"].NewClientWithoutToken();
        using var response = await client.GetAsync(path);

        ((int)response.StatusCode).ShouldBe(401, $"{role} or {scope} is needed");
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

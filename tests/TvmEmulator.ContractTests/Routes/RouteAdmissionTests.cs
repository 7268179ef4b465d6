using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>Each role and each scope of the family opens the routes whose pages list it, and no others.</summary>
public sealed class RouteAdmissionTests(Editions editions) : IClassFixture<Editions>
{
    public static TheoryData<string, string> Routes => DocumentedRoutes.InBothEditions(_ => true);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_OneRoleAlone_IsLetInWhereItIsListed(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);
        var statuses = new List<(string Role, int Status)>();

        foreach (var role in DocumentedPermission.AllRoles)
            statuses.Add((role, await StatusAsync(editions[edition], route, $$"""{"roles":["{{role}}"]}""")));

        statuses.ShouldBe(DocumentedPermission.AllRoles.Select(role => (role, route.Permission.Roles.Contains(role) ? 200 : 403)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_OneScopeAlone_IsLetInWhereItIsListed(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);
        var statuses = new List<(string Scope, int Status)>();

        foreach (var scope in DocumentedPermission.AllScopes)
            statuses.Add((scope, await StatusAsync(editions[edition], route, $$"""{"scopes":["{{scope}}"]}""")));

        statuses.ShouldBe(DocumentedPermission.AllScopes.Select(scope => (scope, route.Permission.Scopes.Contains(scope) ? 200 : 403)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_OtherRole_IsToldWhatIsRequired(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);
        using var response = await editions[edition].GetAsync(route.Example, await editions[edition].MintAsync("""{"roles":["Other.Read.All"]}"""));

        ErrorOf(await response.Content.ReadAsByteArrayAsync()).ShouldBe((
            "Forbidden",
            $"Missing application roles. API required roles: {string.Join(',', route.Permission.Roles)}, application roles: Other.Read.All."));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_OtherScope_IsToldWhatIsRequired(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);
        using var response = await editions[edition].GetAsync(route.Example, await editions[edition].MintAsync("""{"scopes":["Other.Read"]}"""));

        ErrorOf(await response.Content.ReadAsByteArrayAsync()).ShouldBe((
            "Forbidden",
            route.Permission.Scopes.Length == 0
                ? "The API does not accept tokens of users."
                : $"Missing user scopes. API required scopes: {string.Join(',', route.Permission.Scopes)}, user scopes: Other.Read."));
    }

    private static (string? Code, string? Message) ErrorOf(byte[] body)
    {
        var error = JsonElement.Parse(body).GetProperty("error");
        return (error.GetProperty("code").GetString(), error.GetProperty("message").GetString());
    }

    private static async Task<int> StatusAsync(RunningServer server, DocumentedRoute route, string token)
    {
        using var response = await server.GetAsync(route.Example, await server.MintAsync(token));
        return (int)response.StatusCode;
    }
}

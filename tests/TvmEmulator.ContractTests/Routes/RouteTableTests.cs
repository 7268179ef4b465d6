using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Faults;
using TvmEmulator.Pipeline;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>The server has the routes that are documented and no others, and knows of each what its page says.</summary>
public sealed class RouteTableTests(Editions editions) : IClassFixture<Editions>
{
    public static TheoryData<string, string> Routes => DocumentedRoutes.InBothEditions(_ => true);

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public void Routes_BelowApi_AreThoseThatAreDocumented(string edition) =>
        Mapped(edition).Keys.ShouldBe(DocumentedRoutes.All.Select(route => route.Path), ignoreOrder: true);

    [Fact]
    public void CountedRoutes_All_AreThoseThatAreDocumented() =>
        KnownRoutes.Counted.ShouldBe(DocumentedRoutes.All.Select(route => route.Name).Distinct(StringComparer.Ordinal), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Routes))]
    public void Route_Documented_HasItsNamePermissionAndLimits(string edition, string path)
    {
        var documented = DocumentedRoutes.Of(path);

        var route = Mapped(edition)[path].ShouldNotBeNull();

        var permission = route.Permission.ShouldNotBeNull();
        var quota = route.Quota.ShouldNotBeNull();
        route.Name.ShouldBe(documented.Name);
        permission.Roles.ShouldBe(documented.Permission.Roles);
        (permission.IsForApplicationsOnly ? [] : permission.Scopes).ShouldBe(documented.Permission.Scopes);
        (quota.PerMinute, quota.PerHour).ShouldBe(documented.Limits);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public void Route_Documented_HasAnApprovedAnswer(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);

        var answer = File.ReadAllText(Path.Combine(Approval.Folder, route.Approved.Replace("*", edition, StringComparison.Ordinal) + ".verified.txt"));

        answer.ShouldStartWith("HTTP/1.1 200 OK\n");
        var body = JsonElement.Parse(answer[answer.IndexOf("\n\n{", StringComparison.Ordinal)..]);
        body.GetProperty("@odata.context").GetString()!.ShouldStartWith($"{RunningServer.PublicUrl}/api/$metadata#{route.ContextOf(edition)}");
    }

    /// <summary>By path; null for a route of which journal, faults and quotas know nothing.</summary>
    private Dictionary<string, ApiRoute?> Mapped(string edition) => editions[edition].Routes.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && endpoint.RoutePattern.RawText != "/api/$metadata")
        .ToDictionary(endpoint => endpoint.RoutePattern.RawText!, endpoint => endpoint.Metadata.GetMetadata<ApiRoute>(), StringComparer.Ordinal);
}

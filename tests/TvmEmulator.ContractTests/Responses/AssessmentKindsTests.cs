using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Identity;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>The answers of the export assessments other than the software inventory; what all kinds share is told by the tests of the inventory.</summary>
public sealed class AssessmentKindsTests(Editions editions) : IClassFixture<Editions>
{
    private static readonly (string Page, string Export)[] Routes =
    [
        ("/api/machines/SoftwareInventoryNoProductCodeByMachine", "/api/machines/SoftwareInventoryNonCpeExport"),
        ("/api/machines/SecureConfigurationsAssessmentByMachine", "/api/machines/SecureConfigurationsAssessmentExport"),
        ("/api/Machines/BrowserExtensionsInventoryByMachine", "/api/machines/browserextensionsinventoryExport"),
        ("/api/machines/certificateAssessmentByMachine", "/api/machines/certificateAssessmentExport"),
        ("/api/machines/HardwareFirmwareInventoryByMachine", "/api/machines/HardwareFirmwareInventoryExport"),
        ("/api/machines/baselineComplianceAssessmentByMachine", "/api/machines/BaselineComplianceAssessmentExport"),
        ("", "/api/Machines/InfoGatheringExport"),
    ];

    public static TheoryData<string, string> Pages => OfEditions(Routes.Select(routes => routes.Page).Where(page => page.Length > 0));

    public static TheoryData<string, string> Exports => OfEditions(Routes.Select(routes => routes.Export));

    public static TheoryData<string> All => [.. Routes.SelectMany(routes => new[] { routes.Page, routes.Export }).Where(route => route.Length > 0)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_PageSize_IsTheFirstPage(string edition, string route) =>
        (await GetAsync(edition, $"{route}?pageSize=2")).ShouldBeApproved(CaseOf(edition, route));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_NextLinks_LeadThroughAllLinesOfTheFiles(string edition, string route)
    {
        var server = editions[edition];
        var rows = new List<string>();
        for (var link = $"{RunningServer.PublicUrl}{route}?pageSize=37"; link is not null;)
        {
            var page = JsonElement.Parse(await server.Client.GetByteArrayAsync(server.Here(link)));
            rows.AddRange(page.GetProperty("value").EnumerateArray().Select(IdentityOf));
            link = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        var export = Routes.Single(routes => routes.Page == route).Export;
        var lines = string.Concat(await server.PartFilesAsync(export)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows.ShouldNotBeEmpty();
        rows.ShouldBe(lines.Select(line => IdentityOf(JsonElement.Parse(line))));
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Get_NoHours_LinksAreValidForTheDefault(string edition, string route) =>
        (await GetAsync(edition, route)).ShouldBeApproved(CaseOf(edition, route));

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Get_FirstFile_BeginsWithALine(string edition, string route) =>
        (await editions[edition].PartFilesAsync(route))[0].Split('\n')[0].ShouldBeApproved(CaseOf(edition, route));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_WithoutToken_IsUnauthorized(string route) => (await editions.InBothAsync(async server =>
    {
        using var client = server.NewClientWithoutToken();
        using var response = await client.GetAsync(route);
        return await ResponseText.ReadAsync(response);
    })).ShouldBeApproved(NameOf(route));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_MissingRole_IsForbidden(string route) => (await editions.InBothAsync(async server =>
    {
        server.Worlds.Open("roles.example").Clients = [new KnownClient("my-app", null, ["Machine.Read.All"], null)];
        using var response = await server.GetAsync(route, await server.TokenAsync(path: "/roles.example/oauth2/v2.0/token"));
        return await ResponseText.ReadAsync(response);
    })).ShouldBeApproved(NameOf(route));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_Filter_IsBadRequest(string route) => (await editions.InBothAsync(async server =>
    {
        using var response = await server.Client.GetAsync($"{route}?$filter=deviceId%20eq%20'x'");
        return await ResponseText.ReadAsync(response);
    })).ShouldBeApproved(NameOf(route));

    /// <summary>The page about certificates kept the hours that all pages had in 2021.</summary>
    [Theory]
    [InlineData("2021", "certificateAssessmentExport", 24, 200)]
    [InlineData("2021", "certificateAssessmentExport", 25, 400)]
    [InlineData("2026", "certificateAssessmentExport", 24, 200)]
    [InlineData("2026", "certificateAssessmentExport", 25, 400)]
    [InlineData("2026", "HardwareFirmwareInventoryExport", 6, 200)]
    [InlineData("2026", "HardwareFirmwareInventoryExport", 7, 400)]
    public async Task Get_Hours_AreLimitedByKindAndEdition(string edition, string route, int hours, int status)
    {
        using var response = await editions[edition].Client.GetAsync($"/api/machines/{route}?sasValidHours={hours}");

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_FileOfHardwareInTheOtherContainer_IsRefused(string edition)
    {
        var link = (await editions[edition].LinksAsync("/api/machines/HardwareFirmwareInventoryExport"))[0].ToString();
        using var client = editions[edition].NewClientWithoutToken();
        using var response = await client.GetAsync(link.Replace("tvm-firmware-export", "tvm-export", StringComparison.Ordinal));

        link.ShouldContain("/tvm-firmware-export/");
        ((int)response.StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task Get_PagesOfInformationGathering_DoNotExist()
    {
        using var response = await editions["2021"].Client.GetAsync("/api/machines/InfoGatheringByMachine");

        ((int)response.StatusCode).ShouldBe(404);
    }

    private static TheoryData<string, string> OfEditions(IEnumerable<string> routes)
    {
        var data = new TheoryData<string, string>();
        foreach (var route in routes)
        {
            data.Add("2021", route);
            data.Add("2026", route);
        }

        return data;
    }

    /// <summary>Device and all that is not written differently in pages and files.</summary>
    private static string IdentityOf(JsonElement row) => string.Join(' ', row.EnumerateObject()
        .Where(column => column.Name.ToUpperInvariant() is "ID" or "DEVICEID" or "CONFIGURATIONID" or "SOFTWARENAME" or "SOFTWAREVERSION" or "EXTENSIONID" or "BROWSERNAME" or "THUMBPRINT" or "PATH" or "COMPONENTTYPE")
        .Select(column => column.Value.GetString())
        .Order(StringComparer.Ordinal));

    private static string CaseOf(string edition, string route) => $"{edition}-{NameOf(route)}";

    private static string NameOf(string route) => route[(route.LastIndexOf('/') + 1)..];

    private async Task<string> GetAsync(string edition, string path)
    {
        using var response = await editions[edition].Client.GetAsync(path);
        return await ResponseText.ReadAsync(response);
    }
}

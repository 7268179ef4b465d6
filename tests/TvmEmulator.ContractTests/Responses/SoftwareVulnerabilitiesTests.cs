using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>The two routes of the vulnerabilities; what they share with the inventory's is tested there.</summary>
public sealed class SoftwareVulnerabilitiesTests(Editions editions) : IClassFixture<Editions>
{
    private const string Page = "/api/machines/SoftwareVulnerabilitiesByMachine";
    private const string Export = "/api/machines/SoftwareVulnerabilitiesExport";

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_PageSize_IsTheFirstPage(string edition) => (await GetAsync(Page + "?pageSize=4", edition)).ShouldBeApproved(edition);

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_NextLink_IsTheSecondPage(string edition)
    {
        var page = await JsonAsync(Page + "?pageSize=4", edition);

        (await GetAsync(page.GetProperty("@odata.nextLink").GetString()!, edition)).ShouldBeApproved(edition);
    }

    [Theory]
    [InlineData("filter", "?$filter=cveId%20eq%20null")]
    [InlineData("pageSize-0", "?pageSize=0")]
    [InlineData("token-of-changes", "?$skiptoken=eyJFeHBvcnREZWZpbml0aW9uIjp7IlRpbWVQYXRoIjoiMjAyNi0wNi0zMC8wMjAwLyIsIlNpbmNlVGltZVBhdGgiOiIyMDI2LTA2LTI5LzAyMDAvIn0sIkV4cG9ydEZpbGVJbmRleCI6MCwiTGluZVN0b3BwZWRBdCI6MX0%3D")]
    public async Task Get_WrongQuery_IsBadRequest(string variant, string query) => (await editions.InBothAsync(server => GetAsync(server, Page + query))).ShouldBeApproved(variant);

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_Export_LinksToItsFiles(string edition) => (await GetAsync(Export, edition)).ShouldBeApproved(edition);

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_FirstFile_HoldsLinesOfTheRows(string edition)
    {
        var lines = (await FilesAsync(edition))[0].Split('\n');

        string.Join('\n', lines.Take(4)).ShouldBeApproved(edition);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_PagesAndFiles_HoldTheSameRows(string edition)
    {
        var files = (await FilesAsync(edition)).SelectMany(file => file.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => JsonElement.Parse(line).GetProperty("Id").GetString());
        var ids = new List<string?>();
        for (var link = Page + "?pageSize=77"; link is not null;)
        {
            var page = await JsonAsync(link, edition);
            ids.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetString()));
            link = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        ids.ShouldBe(files);
    }

    [Fact]
    public async Task Get_RowsOfTheInventory_HaveAsManyVulnerabilitiesAsTheySay()
    {
        var vulnerabilities = (await JsonAsync(Page)).GetProperty("value").EnumerateArray()
            .ToLookup(row => Key(row), row => row.GetProperty("cveId").GetString(), StringComparer.Ordinal);

        foreach (var row in (await JsonAsync("/api/machines/SoftwareInventoryByMachine")).GetProperty("value").EnumerateArray())
            vulnerabilities[Key(row)].Count(id => id is not null).ShouldBe(row.GetProperty("numberOfWeaknesses").GetInt32(), Key(row));
    }

    [Theory]
    [InlineData("page", Page)]
    [InlineData("export", Export)]
    [InlineData("changes", "/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-29")]
    public async Task Get_TokenWithoutTheRole_IsForbidden(string variant, string path) => (await editions.InBothAsync(async server =>
    {
        var minted = await server.ControlAsync("POST", "tokens", """{"roles":["Software.Read.All"]}""");
        using var response = await server.GetAsync(path, JsonElement.Parse(minted[minted.IndexOf('{', StringComparison.Ordinal)..]).GetProperty("access_token").GetString()!);
        return await ResponseText.ReadAsync(response);
    })).ShouldBeApproved(variant);

    [Theory]
    [InlineData("page", Page)]
    [InlineData("export", Export)]
    [InlineData("changes", "/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-29")]
    public async Task Get_NoToken_IsUnauthorized(string variant, string path) => (await editions.InBothAsync(async server =>
    {
        using var client = server.NewClientWithoutToken();
        using var response = await client.GetAsync(path);
        return await ResponseText.ReadAsync(response);
    })).ShouldBeApproved(variant);

    private static string Key(JsonElement row) => $"{row.GetProperty("deviceId")} {row.GetProperty("softwareVendor")} {row.GetProperty("softwareName")} {row.GetProperty("softwareVersion")}";

    private async Task<List<string>> FilesAsync(string edition)
    {
        using var client = editions[edition].NewClientWithoutToken();
        var files = new List<string>();
        foreach (var link in (await JsonAsync(Export, edition)).GetProperty("exportFiles").EnumerateArray())
            files.Add(Gzip.Text(await client.GetByteArrayAsync(editions[edition].Here(link.GetString()!))));
        return files;
    }

    private Task<string> GetAsync(string pathOrLink, string edition) => GetAsync(editions[edition], pathOrLink);

    private static async Task<string> GetAsync(RunningServer server, string pathOrLink)
    {
        using var response = await server.Client.GetAsync(AddressOf(server, pathOrLink));
        return await ResponseText.ReadAsync(response);
    }

    private async Task<JsonElement> JsonAsync(string pathOrLink, string edition = "2021") =>
        JsonElement.Parse(await editions[edition].Client.GetByteArrayAsync(AddressOf(editions[edition], pathOrLink)));

    private static Uri AddressOf(RunningServer server, string pathOrLink) => pathOrLink[0] == '/' ? new Uri(server.Url, pathOrLink) : server.Here(pathOrLink);
}

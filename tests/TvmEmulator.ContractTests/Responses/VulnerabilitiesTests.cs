using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class VulnerabilitiesTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    [Theory]
    [InlineData("list", "2021", "?$top=2")]
    [InlineData("list", "2026", "?$top=2")]
    [InlineData("filter", "2021", "?$filter=severity eq 'Critical' and publishedOn ge 2026-01-01&$orderby=exposedMachines desc&$top=2&$count=true")]
    [InlineData("filter", "2026", "?$filter=severity eq 'Critical' and publishedOn ge 2026-01-01&$orderby=exposedMachines desc&$top=2&$count=true")]
    [InlineData("by-id", "2021", "/CVE-2023-4863")]
    [InlineData("by-id", "2026", "/CVE-2023-4863")]
    [InlineData("machine-references", "2021", "/CVE-2026-8296112/machineReferences?$top=3")]
    [InlineData("machine-references", "2026", "/CVE-2026-8296112/machineReferences?$top=3")]
    [InlineData("of-machines", "2021", "/machinesVulnerabilities?$top=3")]
    [InlineData("of-machines", "2026", "/machinesVulnerabilities?$top=3")]
    [InlineData("of-machines-filter", "2021", "/machinesVulnerabilities?$filter=productVendor eq 'microsoft' and fixingKbId ne null&$top=2&$skip=1&$count=true")]
    [InlineData("of-machines-filter", "2026", "/machinesVulnerabilities?$filter=productVendor eq 'microsoft' and fixingKbId ne null&$top=2&$skip=1&$count=true")]
    public async Task Get_Route_Answers(string variant, string edition, string rest)
    {
        using var response = await editions[edition].Client.GetAsync($"/api/vulnerabilities{rest}");

        (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition}");
    }

    [Theory]
    [InlineData("by-id", "/CVE-1999-0001")]
    [InlineData("machine-references", "/CVE-1999-0001/machineReferences")]
    [InlineData("misspelt-function", "/machineVulnerabilities")]
    public async Task Get_UnknownVulnerability_IsResourceNotFound(string variant, string rest) => (await RefusalAsync(rest)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("top-too-large", "?$top=8001")]
    [InlineData("unknown-property", "?$filter=sevrity eq 'High'")]
    [InlineData("top-of-machines-too-large", "/machinesVulnerabilities?$top=10001")]
    [InlineData("order-of-machines-too-far", "/machinesVulnerabilities?$orderby=severity&$skip=40001")]
    public async Task Get_WrongQuery_IsBadRequest(string variant, string rest) => (await RefusalAsync(rest)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("/api/vulnerabilities?$select=id", 8_000)]
    [InlineData("/api/vulnerabilities/machinesVulnerabilities?$filter=severity ne 'Low'", 10_000)]
    [InlineData("/api/vulnerabilities/machinesVulnerabilities", 10_000)]
    public async Task Get_WithoutTop_ComesInPages(string path, int pageSize)
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021", 300));
        var ids = new List<string>();
        var pages = new List<int>();
        var link = RunningServer.PublicUrl + path;
        while (link is not null)
        {
            var page = JsonElement.Parse(await server.Client.GetByteArrayAsync(server.Here(link)));
            ids.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            pages.Add(page.GetProperty("value").GetArrayLength());
            link = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        pages.Count.ShouldBeGreaterThan(1);
        pages[..^1].ShouldAllBe(rows => rows == pageSize);
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
        ids.Count.ShouldBe(await CountAsync(server, path));
    }

    private static async Task<int> CountAsync(RunningServer server, string path)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var answer = JsonElement.Parse(await server.Client.GetByteArrayAsync($"{path}{separator}$top=0&$count=true"));
        return answer.GetProperty("@odata.count").GetInt32();
    }

    private Task<string> RefusalAsync(string rest) => editions.InBothAsync(async server =>
    {
        using var response = await server.Client.GetAsync($"/api/vulnerabilities{rest}");
        return await ResponseText.ReadAsync(response);
    });
}

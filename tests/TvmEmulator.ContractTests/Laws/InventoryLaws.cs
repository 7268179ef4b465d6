using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Laws;

/// <summary>Pages, files and distributions are three views of the same rows, whatever the tenant and the size of a page.</summary>
public sealed class InventoryLaws
{
    private static readonly Gen<(long Seed, int Devices, int PageSize, bool Is2026)> Tenants =
        from seed in Gen.Choose(1, 1_000_000)
        from devices in Gen.Choose(1, 40)
        from pageSize in Gen.Choose(1, 500)
        from is2026 in Gen.Elements(false, true)
        select ((long)seed, devices, pageSize, is2026);

    public static TheoryData<string, string> Given => Organizations.Given;

    public static TheoryData<long, int, int, bool> SampledTenants()
    {
        var cases = new TheoryData<long, int, int, bool> { { 1, 1, 1, false }, { 1, 40, 500, true } };
        foreach (var (seed, devices, pageSize, is2026) in Tenants.Sample(12, new Rnd(20260630, 1), 50))
            cases.Add(seed, devices, pageSize, is2026);
        return cases;
    }

    [Theory]
    [MemberData(nameof(SampledTenants))]
    public async Task Views_AnyTenant_HoldTheSameRows(long seed, int devices, int pageSize, bool is2026)
    {
        await using var server = await RunningServer.StartAsync(new EmulatorOptions
        {
            Seed = seed,
            Devices = devices,
            QuotaFactor = null,
            Contract = is2026 ? ContractEdition.Edition2026 : ContractEdition.Edition2021,
        });

        await ShouldHoldAsync(server, pageSize, is2026);
    }

    [Theory]
    [MemberData(nameof(Given))]
    public async Task Views_GivenOrganization_HoldTheSameRows(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);

        await ShouldHoldAsync(server, pageSize: 97, edition == "2026");
        await ShouldHoldAsync(server, pageSize: 500, edition == "2026");
    }

    private static async Task ShouldHoldAsync(RunningServer server, int pageSize, bool is2026)
    {
        var pages = await PagesAsync(server, pageSize);
        var lines = await LinesAsync(server);
        var rows = pages.SelectMany(page => page).ToList();

        pages.SkipLast(1).ShouldAllBe(page => page.Count == pageSize);
        pages[^1].Count.ShouldBeInRange(1, pageSize);
        rows.ConvertAll(Row.OfPage).ShouldBe(lines.ConvertAll(line => Row.OfFile(line, is2026)));
        (await DistributionsAsync(server)).Order().ShouldBe(Count(rows).Order());
    }

    private static async Task<List<List<JsonElement>>> PagesAsync(RunningServer server, int pageSize)
    {
        var pages = new List<List<JsonElement>>();
        var link = $"{RunningServer.PublicUrl}/api/machines/SoftwareInventoryByMachine?pageSize={pageSize}";
        while (link is not null)
        {
            var page = JsonElement.Parse(await server.Client.GetByteArrayAsync(server.Here(link)));
            pages.Add([.. page.GetProperty("value").EnumerateArray()]);
            link = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        return pages;
    }

    private static async Task<List<string>> LinesAsync(RunningServer server) =>
        [.. (await server.PartFilesAsync()).SelectMany(file => file.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>What the distributions of all products say: software id, version, installations, vulnerabilities.</summary>
    private static async Task<List<(string Id, string Version, int Installations, int Vulnerabilities)>> DistributionsAsync(RunningServer server)
    {
        var all = new List<(string Id, string Version, int Installations, int Vulnerabilities)>();
        foreach (var product in server.Worlds.Default.Tenant.Catalog.Products)
        {
            using var response = await server.Client.GetAsync($"/api/Software/{Uri.EscapeDataString(product.Id)}/distributions");
            if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
                continue;

            var answer = JsonElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
            all.AddRange(answer.GetProperty("value").EnumerateArray().Select(version => (
                product.Id,
                version.GetProperty("version").GetString()!,
                version.GetProperty("installations").GetInt32(),
                version.GetProperty("vulnerabilities").GetInt32())));
        }

        return all;
    }

    /// <summary>The same, counted from the rows.</summary>
    private static List<(string Id, string Version, int Installations, int Vulnerabilities)> Count(IEnumerable<JsonElement> rows) =>
    [
        .. rows
            .GroupBy(row => (
                Id: $"{row.GetProperty("softwareVendor").GetString()}-_-{row.GetProperty("softwareName").GetString()}",
                Version: row.GetProperty("softwareVersion").GetString()!,
                Vulnerabilities: row.GetProperty("numberOfWeaknesses").GetInt32()))
            .Select(version => (version.Key.Id, version.Key.Version, version.Count(), version.Key.Vulnerabilities)),
    ];
}

using System.Text.Json;
using Microsoft.OData;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.OData;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>
/// A strict OData reader accepts every answer of the 2026 edition, by the model that the server itself serves. Here are queries of their own;
/// <see cref="StrictRouteTests"/> ask every route. The 2021 edition repeats the documents' examples, whose contexts resolve in no metadata.
/// </summary>
public sealed class StrictReaderTests(Editions editions) : IClassFixture<Editions>
{
    private const string Namespace = "microsoft.windowsDefenderATP.api";

    [Theory]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=50", "AssetSoftware")]
    [InlineData("/api/machines/SoftwareInventoryByMachine?$top=3&$skip=2", "AssetSoftware")]
    [InlineData("/api/machines/SoftwareVulnerabilitiesByMachine?pageSize=1000", "AssetVulnerability")]
    [InlineData("/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-28T00:00:00Z&pageSize=100", "DeltaAssetVulnerability")]
    [InlineData("/api/machines/SecureConfigurationsAssessmentByMachine?pageSize=200", "AssetConfiguration")]
    [InlineData("/api/machines/SoftwareInventoryNoProductCodeByMachine?pageSize=20", "AssetNonCpeSoftware")]
    [InlineData("/api/machines/BrowserExtensionsInventoryByMachine?pageSize=20", "AssetBrowserExtension")]
    [InlineData("/api/machines/CertificateAssessmentByMachine?pageSize=100", "AssetCertificateAssessment")]
    [InlineData("/api/machines/HardwareFirmwareInventoryByMachine?pageSize=20", "AssetHardwareFirmware")]
    [InlineData("/api/machines/BaselineComplianceAssessmentByMachine?pageSize=1000", "AssetBaselineAssessment")]
    [InlineData("/api/Software?$filter=weaknesses gt 0&$count=true", "Software")]
    [InlineData("/api/machines?$expand=software($top=3),vulnerabilities($filter=severity eq 'Critical')", "Machine")]
    [InlineData("/api/machines?$top=5&$expand=recommendations($expand=software)", "Machine")]
    [InlineData("/api/recommendations?$top=20&$expand=software,vulnerabilities($top=2)", "Recommendation")]
    [InlineData("/api/vulnerabilities?$filter=exposedMachines eq 0&$top=500", "Vulnerability")]
    [InlineData("/api/recommendations?$filter=startswith(id,'sca-')", "Recommendation")]
    public async Task Rows_OfThe2026Edition_AreReadToTheLastPage(string path, string type)
    {
        var reader = await StrictReader.OfAsync(editions["2026"].Client);

        var rows = (await reader.ReadChainAsync(path)).SelectMany(answer => answer.Rows).ToList();

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.TypeName == $"{Namespace}.{type}");
    }

    [Fact]
    public async Task Pages_OfThe2026Edition_HoldEveryRow()
    {
        var reader = await StrictReader.OfAsync(editions["2026"].Client);
        var info = JsonElement.Parse(await editions["2026"].Client.GetByteArrayAsync("/_emulator"));

        var pages = await reader.ReadChainAsync("/api/machines/SoftwareInventoryByMachine?pageSize=50");

        pages.Count.ShouldBeGreaterThan(1);
        pages.Sum(page => page.Rows.Count).ShouldBe(info.GetProperty("inventoryRows").GetInt32());
    }

    [Theory]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=0", "BadRequest")]
    [InlineData("/api/machines/SoftwareInventoryByMachine?$skiptoken=x", "BadRequest")]
    [InlineData("/api/machines/SoftwareInventoryExport?sasValidHours=7", "BadRequest")]
    [InlineData("/api/nothing", "NotFound")]
    public async Task Refusal_OfThe2026Edition_IsRead(string path, string code)
    {
        var reader = await StrictReader.OfAsync(editions["2026"].Client);

        (await reader.ReadAsync(path)).Error.ShouldNotBeNull().ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task RefusalOfTooManyCalls_OfThe2026Edition_IsRead()
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2026") with { QuotaFactor = 0.01m });
        var reader = await StrictReader.OfAsync(server.Client);
        await reader.ReadAsync("/api/Software?$top=1");

        (await reader.ReadAsync("/api/Software?$top=1")).Error.ShouldNotBeNull().ErrorCode.ShouldBe("TooManyRequests");
    }

    [Theory]
    [InlineData("2021", "/api", ODataPayloadKind.ServiceDocument)]
    [InlineData("2026", "/api", ODataPayloadKind.ServiceDocument)]
    [InlineData("2021", "/api/$metadata", ODataPayloadKind.MetadataDocument)]
    [InlineData("2026", "/api/$metadata", ODataPayloadKind.MetadataDocument)]
    public async Task Document_OfBothEditions_IsRead(string edition, string path, ODataPayloadKind kind)
    {
        var reader = await StrictReader.OfAsync(editions[edition].Client);

        (await reader.ReadAsync(path)).Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task ServiceDocument_OfThe2026Edition_ListsSetsThatAreRead()
    {
        var reader = await StrictReader.OfAsync(editions["2026"].Client);

        var sets = (await reader.ReadAsync("/api")).Sets;

        sets.ShouldBe(ServiceModel.ReadableSets, ignoreOrder: true);
        foreach (var set in sets)
            (await reader.ReadAsync($"/api/{set}?$top=10")).Kind.ShouldBe(ODataPayloadKind.ResourceSet);
    }
}

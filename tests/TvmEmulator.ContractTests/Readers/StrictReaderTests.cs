using System.Text.Json;
using Microsoft.OData;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.OData;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>
/// A strict OData reader accepts every answer of the 2026 edition, by the model that the server itself serves. A new route is a new case here.
/// The 2021 edition repeats the documents' examples, whose contexts resolve in no metadata.
/// </summary>
public sealed class StrictReaderTests(Editions editions) : IClassFixture<Editions>
{
    private const string Namespace = "microsoft.windowsDefenderATP.api";

    [Theory]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=50", "AssetSoftware")]
    [InlineData("/api/machines/SoftwareInventoryByMachine?$top=3&$skip=2", "AssetSoftware")]
    [InlineData("/api/machines/SoftwareInventoryExport", "ExportFilesResponse")]
    [InlineData("/api/machines/SoftwareVulnerabilitiesByMachine?pageSize=1000", "AssetVulnerability")]
    [InlineData("/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-28T00:00:00Z&pageSize=100", "DeltaAssetVulnerability")]
    [InlineData("/api/machines/SecureConfigurationsAssessmentByMachine?pageSize=200", "AssetConfiguration")]
    [InlineData("/api/machines/SoftwareInventoryNoProductCodeByMachine?pageSize=20", "AssetNonCpeSoftware")]
    [InlineData("/api/machines/BrowserExtensionsInventoryByMachine?pageSize=20", "AssetBrowserExtension")]
    [InlineData("/api/machines/CertificateAssessmentByMachine?pageSize=100", "AssetCertificateAssessment")]
    [InlineData("/api/machines/HardwareFirmwareInventoryByMachine?pageSize=20", "AssetHardwareFirmware")]
    [InlineData("/api/machines/BaselineComplianceAssessmentByMachine?pageSize=1000", "AssetBaselineAssessment")]
    [InlineData("/api/machines/InfoGatheringExport", "ExportFilesResponse")]
    [InlineData("/api/Software/microsoft-_-edge/distributions", "PublicDistributionDto")]
    [InlineData("/api/Software", "Software")]
    [InlineData("/api/Software?$filter=weaknesses gt 0&$count=true", "Software")]
    [InlineData("/api/Software/microsoft-_-edge", "Software")]
    [InlineData("/api/Software/microsoft-_-edge/machineReferences", "PublicAssetDto")]
    [InlineData("/api/Software/microsoft-_-edge/vulnerabilities", "PublicVulnerabilityDto")]
    [InlineData("/api/Software/microsoft-_-windows_11/getmissingkbs", "PublicProductFixDto")]
    [InlineData("/api/machines/de666236e748ec0759f9c53d19df20adb30709e9/getmissingkbs", "PublicProductFixDto")]
    [InlineData("/api/machines", "Machine")]
    [InlineData("/api/machines?$expand=software($top=3),vulnerabilities($filter=severity eq 'Critical')", "Machine")]
    [InlineData("/api/machines?$top=5&$expand=recommendations($expand=software)", "Machine")]
    [InlineData("/api/recommendations?$top=20&$expand=software,vulnerabilities($top=2)", "Recommendation")]
    [InlineData("/api/machines/de666236e748ec0759f9c53d19df20adb30709e9", "Machine")]
    [InlineData("/api/machines/de666236e748ec0759f9c53d19df20adb30709e9/software", "Software")]
    [InlineData("/api/machines/de666236e748ec0759f9c53d19df20adb30709e9/vulnerabilities", "PublicVulnerabilityDto")]
    [InlineData("/api/vulnerabilities?$filter=exposedMachines gt 0", "Vulnerability")]
    [InlineData("/api/vulnerabilities/CVE-2023-4863", "Vulnerability")]
    [InlineData("/api/vulnerabilities/CVE-2026-8296112/machineReferences", "PublicAssetDto")]
    [InlineData("/api/vulnerabilities/machinesVulnerabilities", "PublicAssetVulnerabilityDto")]
    [InlineData("/api/recommendations", "Recommendation")]
    [InlineData("/api/recommendations/va-_-microsoft-_-edge", "Recommendation")]
    [InlineData("/api/recommendations?$filter=startswith(id,'sca-')", "Recommendation")]
    [InlineData("/api/recommendations/va-_-microsoft-_-edge/software", "PublicProductDto")]
    [InlineData("/api/recommendations/va-_-microsoft-_-edge/machineReferences", "PublicAssetDto")]
    [InlineData("/api/recommendations/va-_-microsoft-_-edge/vulnerabilities", "PublicVulnerabilityDto")]
    [InlineData("/api/machines/de666236e748ec0759f9c53d19df20adb30709e9/recommendations", "Recommendation")]
    [InlineData("/api/exposureScore", "ConfigurationScore")]
    [InlineData("/api/exposureScore/ByMachineGroups", "ConfigurationScore")]
    [InlineData("/api/configurationScore", "ConfigurationScore")]
    [InlineData("/api/remediationTasks", "RemediationTask")]
    [InlineData("/api/remediationTasks/d75df2cd-e8c2-44d2-aa6e-4b4dcf45abf3", "RemediationTask")]
    [InlineData("/api/remediationTasks/6e67ec46-e5a0-475a-9523-9d11171d9a77/machineReferences", "PublicAssetDto")]
    [InlineData("/api/baselineConfigurations", "BaselineConfiguration")]
    [InlineData("/api/baselineProfiles", "BaselineProfile")]
    [InlineData("/api/browserextensions/permissionsinfo", "BrowserExtensions")]
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
    [InlineData("/api/Software/nobody-_-nothing/distributions", "ResourceNotFound")]
    [InlineData("/api/nothing", "NotFound")]
    public async Task Refusal_OfThe2026Edition_IsRead(string path, string code)
    {
        var reader = await StrictReader.OfAsync(editions["2026"].Client);

        (await reader.ReadAsync(path)).Error.ShouldNotBeNull().ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task RefusalOfNoToken_OfThe2026Edition_IsRead()
    {
        using var client = editions["2026"].NewClientWithoutToken();
        var reader = await StrictReader.OfAsync(client);

        (await reader.ReadAsync("/api/machines/SoftwareInventoryExport")).Error.ShouldNotBeNull().ErrorCode.ShouldBe("Unauthorized");
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

using static TvmEmulator.ContractTests.Routes.AnswerKind;
using Columns = TvmEmulator.ContractTests.Routes.DocumentedColumns;
using Needs = TvmEmulator.ContractTests.Routes.DocumentedPermission;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>The assessments: pages of rows, and links to files.</summary>
internal static class DocumentedAssessments
{
    private const string Namespace = "microsoft.windowsDefenderATP.api";
    private const string Links = $"{Namespace}.ExportFilesResponse";

    public static IReadOnlyList<DocumentedRoute> All { get; } =
    [
        new("/api/machines/SoftwareInventoryByMachine", "SoftwareInventoryByMachine", Page, Needs.Software)
        {
            Context = $"Collection({Namespace}.AssetSoftware)",
            Context2021 = "Collection(contoso.windowsDefenderATP.api.AssetSoftware)",
            Columns2021 = Columns.Inventory,
            Approved = "SoftwareInventoryByMachineTests.Get_PageSize_IsTheFirstPage.*",
        },
        new("/api/machines/SoftwareInventoryExport", "SoftwareInventoryExport", Export, Needs.Software)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "SoftwareInventoryExportTests.Get_NoHours_LinksAreValidForTheDefault.*",
        },
        new("/api/machines/SoftwareVulnerabilitiesByMachine", "SoftwareVulnerabilitiesByMachine", Page, Needs.Vulnerability)
        {
            Context = $"Collection({Namespace}.AssetVulnerability)", Columns2021 = Columns.VulnerabilityRows,
            Approved = "SoftwareVulnerabilitiesTests.Get_PageSize_IsTheFirstPage.*",
        },
        new("/api/machines/SoftwareVulnerabilitiesExport", "SoftwareVulnerabilitiesExport", Export, Needs.Vulnerability)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "SoftwareVulnerabilitiesTests.Get_Export_LinksToItsFiles.*",
        },
        new("/api/machines/SoftwareVulnerabilityChangesByMachine", "SoftwareVulnerabilityChangesByMachine", Page, Needs.Vulnerability)
        {
            Context = $"Collection({Namespace}.DeltaAssetVulnerability)", Columns2021 = Columns.VulnerabilityChanges,
            Approved = "VulnerabilityChangesTests.Get_PageSize_IsTheFirstPage.*",
            Query = "?sinceTime=2026-06-20",
        },
        new("/api/machines/SoftwareInventoryNoProductCodeByMachine", "SoftwareInventoryNoProductCodeByMachine", Page, Needs.Software)
        {
            Context = $"Collection({Namespace}.AssetNonCpeSoftware)", Columns2021 = Columns.NonCpeSoftware,
            Approved = "AssessmentKindsTests.Get_PageSize_IsTheFirstPage.*-SoftwareInventoryNoProductCodeByMachine",
        },
        new("/api/machines/SoftwareInventoryNonCpeExport", "SoftwareInventoryNonCpeExport", Export, Needs.Software)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "AssessmentKindsTests.Get_NoHours_LinksAreValidForTheDefault.*-SoftwareInventoryNonCpeExport",
        },
        new("/api/machines/SecureConfigurationsAssessmentByMachine", "SecureConfigurationsAssessmentByMachine", Page, Needs.Vulnerability)
        {
            Context = $"Collection({Namespace}.AssetConfiguration)", Columns2021 = Columns.SecureConfigurations,
            Approved = "AssessmentKindsTests.Get_PageSize_IsTheFirstPage.*-SecureConfigurationsAssessmentByMachine",
        },
        new("/api/machines/SecureConfigurationsAssessmentExport", "SecureConfigurationsAssessmentExport", Export, Needs.Vulnerability)
        {
            Context = Links, Context2021 = "contoso.windowsDefenderATP.api.ExportFilesResponse", Columns2021 = Columns.Links,
            Approved = "AssessmentKindsTests.Get_NoHours_LinksAreValidForTheDefault.*-SecureConfigurationsAssessmentExport",
        },
        new("/api/Machines/BrowserExtensionsInventoryByMachine", "BrowserExtensionsInventoryByMachine", Page, Needs.Software)
        {
            Context = $"Collection({Namespace}.AssetBrowserExtension)",
            Context2021 = "Collection(contoso.windowsDefenderATP.api.AssetSoftware)",
            Columns2021 = Columns.BrowserExtensions,
            Approved = "AssessmentKindsTests.Get_PageSize_IsTheFirstPage.*-BrowserExtensionsInventoryByMachine",
        },
        new("/api/Machines/BrowserExtensionsInventoryExport", "BrowserExtensionsInventoryExport", Export, Needs.Software)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "AssessmentKindsTests.Get_NoHours_LinksAreValidForTheDefault.*-browserextensionsinventoryExport",
        },
        new("/api/machines/CertificateAssessmentByMachine", "CertificateAssessmentByMachine", Page, Needs.Vulnerability)
        {
            Context = $"Collection({Namespace}.AssetCertificateAssessment)", Columns2021 = Columns.Certificates,
            Approved = "AssessmentKindsTests.Get_PageSize_IsTheFirstPage.*-certificateAssessmentByMachine",
        },
        new("/api/machines/CertificateAssessmentExport", "CertificateAssessmentExport", Export, Needs.Vulnerability)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "AssessmentKindsTests.Get_NoHours_LinksAreValidForTheDefault.*-certificateAssessmentExport",
        },
        new("/api/machines/HardwareFirmwareInventoryByMachine", "HardwareFirmwareInventoryByMachine", Page, Needs.Software)
        {
            Context = $"Collection({Namespace}.AssetHardwareFirmware)", Columns2021 = Columns.Hardware,
            Approved = "AssessmentKindsTests.Get_PageSize_IsTheFirstPage.*-HardwareFirmwareInventoryByMachine",
        },
        new("/api/machines/HardwareFirmwareInventoryExport", "HardwareFirmwareInventoryExport", Export, Needs.Software)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "AssessmentKindsTests.Get_NoHours_LinksAreValidForTheDefault.*-HardwareFirmwareInventoryExport",
        },
        new("/api/machines/BaselineComplianceAssessmentByMachine", "BaselineComplianceAssessmentByMachine", Page, Needs.Baseline)
        {
            Context = $"Collection({Namespace}.AssetBaselineAssessment)", Columns2021 = Columns.BaselineRows,
            Approved = "AssessmentKindsTests.Get_PageSize_IsTheFirstPage.*-baselineComplianceAssessmentByMachine",
        },
        new("/api/machines/BaselineComplianceAssessmentExport", "BaselineComplianceAssessmentExport", Export, Needs.Baseline)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "AssessmentKindsTests.Get_NoHours_LinksAreValidForTheDefault.*-BaselineComplianceAssessmentExport",
        },
        new("/api/machines/InfoGatheringExport", "InfoGatheringExport", Export, Needs.Vulnerability)
        {
            Context = Links, Columns2021 = Columns.Links,
            Approved = "AssessmentKindsTests.Get_NoHours_LinksAreValidForTheDefault.*-InfoGatheringExport",
        },
    ];
}

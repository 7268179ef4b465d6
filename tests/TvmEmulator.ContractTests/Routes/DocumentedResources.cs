using static TvmEmulator.ContractTests.Routes.AnswerKind;
using Columns = TvmEmulator.ContractTests.Routes.DocumentedColumns;
using Needs = TvmEmulator.ContractTests.Routes.DocumentedPermission;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>Software, machines and vulnerabilities.</summary>
internal static class DocumentedResources
{
    private const string Namespace = "microsoft.windowsDefenderATP.api";
    private const string MachinesOf2026 = $"Collection({Namespace}.PublicAssetDto)";
    private const string MissingKbs = $"Collection({Namespace}.PublicProductFixDto)";
    private const string CvesOf2021 = "Collection(Analytics.Contracts.PublicAPI.PublicVulnerabilityDto)";
    private const string CvesOf2026 = $"Collection({Namespace}.PublicVulnerabilityDto)";

    public static IReadOnlyList<DocumentedRoute> All { get; } =
    [
        // Software
        new("/api/Software", "Software", List, Needs.Software)
        {
            Context = "Software", Columns2021 = Columns.Software,
            Approved = "SoftwareTests.Get_Route_Answers.list.*",
            Filters = ["id", "name", "vendor"],
        },
        new("/api/Software/{id}", "SoftwareById", Entity, Needs.Software)
        {
            Context = "Software/$entity", Columns2021 = Columns.Software,
            Approved = "SoftwareTests.Get_Route_Answers.by-id.*",
        },
        new("/api/Software/{id}/distributions", "SoftwareDistributions", PlainRows, Needs.Software)
        {
            Context = $"Collection({Namespace}.PublicDistributionDto)",
            Context2021 = "Distributions",
            Columns2021 = Columns.Distributions,
            Approved = "DistributionsTests.Get_CommonProduct_ListsItsVersions.*",
        },
        new("/api/Software/{id}/distribution", "SoftwareDistributions", PlainRows, Needs.Software)
        {
            Context = $"Collection({Namespace}.PublicDistributionDto)",
            Context2021 = "Distributions",
            Columns2021 = Columns.Distributions,
            Approved = "DistributionsTests.Get_CommonProduct_ListsItsVersions.*",
        },
        new("/api/Software/{id}/machineReferences", "SoftwareMachineReferences", List, Needs.Software)
        {
            Context = MachinesOf2026, Context2021 = "MachineReferences", Columns2021 = Columns.MachineReferences,
            Approved = "SoftwareTests.Get_Route_Answers.machine-references.*",
        },
        new("/api/Software/{id}/vulnerabilities", "SoftwareVulnerabilities", List, Needs.Vulnerability)
        {
            Context = CvesOf2026, Context2021 = CvesOf2021, Columns2021 = Columns.Cve,
            Approved = "SoftwareTests.Get_Route_Answers.vulnerabilities.*",
        },
        new("/api/Software/{id}/getmissingkbs", "SoftwareMissingKbs", List, Needs.Software)
        {
            Context = MissingKbs, Columns2021 = Columns.MissingKbs,
            Approved = "SoftwareTests.Get_Route_Answers.missing-kbs.*",
        },

        // Machines
        new("/api/machines", "Machines", List, Needs.Machine)
        {
            Context = "Machines", Columns2021 = Columns.Machine,
            Approved = "MachinesTests.Get_Route_Answers.list.*",
            Filters =
            [
                "computerDnsName", "id", "version", "deviceValue", "aadDeviceId", "machineTags", "lastSeen",
                "exposureLevel", "onboardingStatus", "lastIpAddress", "healthStatus", "osPlatform", "riskScore", "rbacGroupId",
            ],
        },
        new("/api/machines/{id}", "MachineById", Entity, Needs.Machine)
        {
            Context = "Machines/$entity", Context2021 = "Machine", Columns2021 = Columns.Machine,
            Approved = "MachinesTests.Get_Route_Answers.by-id.*",
        },
        new("/api/machines/{id}/software", "MachineSoftware", List, Needs.Software)
        {
            Context = "Software", Columns2021 = Columns.Software,
            Approved = "MachinesTests.Get_Route_Answers.software.*",
        },
        new("/api/machines/{id}/vulnerabilities", "MachineVulnerabilities", List, Needs.Vulnerability)
        {
            Context = CvesOf2026, Context2021 = CvesOf2021, Columns2021 = Columns.Cve,
            Approved = "MachinesTests.Get_Route_Answers.vulnerabilities.*",
            Limits = (50, 1500),
        },
        new("/api/machines/{id}/recommendations", "MachineRecommendations", List, Needs.Recommendation)
        {
            Context = "Recommendations", Columns2021 = Columns.RecommendationsOfMachine,
            Approved = "RecommendationsTests.Get_Route_Answers.of-machine.*",
        },
        new("/api/machines/{id}/getmissingkbs", "MachineMissingKbs", List, Needs.MissingKbsOfMachine)
        {
            Context = MissingKbs, Columns2021 = Columns.MissingKbs,
            Approved = "MachinesTests.Get_Route_Answers.missing-kbs.*",
        },

        // Vulnerabilities
        new("/api/vulnerabilities", "Vulnerabilities", List, Needs.Vulnerability)
        {
            Context = "Vulnerabilities", Columns2021 = Columns.Cves,
            Approved = "VulnerabilitiesTests.Get_Route_Answers.list.*",
            Query = "?$filter=exposedMachines gt 0",
            Filters = ["id", "name", "description", "cvssV3", "publishedOn", "severity", "updatedOn"],
            MostRows = 8_000,
        },
        new("/api/vulnerabilities/{id}", "VulnerabilityById", Entity, Needs.Vulnerability)
        {
            Context = "Vulnerabilities/$entity", Columns2021 = Columns.Cve,
            Approved = "VulnerabilitiesTests.Get_Route_Answers.by-id.*",
        },
        new("/api/vulnerabilities/{id}/machineReferences", "VulnerabilityMachineReferences", List, Needs.Vulnerability)
        {
            Context = MachinesOf2026, Context2021 = "MachineReferences", Columns2021 = Columns.MachineReferences,
            Approved = "VulnerabilitiesTests.Get_Route_Answers.machine-references.*",
        },
        new("/api/vulnerabilities/machinesVulnerabilities", "MachinesVulnerabilities", List, Needs.Vulnerability)
        {
            Context = $"Collection({Namespace}.PublicAssetVulnerabilityDto)", Columns2021 = Columns.CvesOfMachines,
            Approved = "VulnerabilitiesTests.Get_Route_Answers.of-machines.*",
            Filters = ["id", "cveId", "machineId", "fixingKbId", "productName", "productVersion", "severity", "productVendor"],
        },
    ];
}

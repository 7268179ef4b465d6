using static TvmEmulator.ContractTests.Routes.AnswerKind;
using Columns = TvmEmulator.ContractTests.Routes.DocumentedColumns;
using Needs = TvmEmulator.ContractTests.Routes.DocumentedPermission;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>Recommendations, scores, remediation tasks, and what rows of exports refer to.</summary>
internal static class DocumentedFindings
{
    private const string Namespace = "microsoft.windowsDefenderATP.api";
    private const string MachinesOf2026 = $"Collection({Namespace}.PublicAssetDto)";
    private const string CvesOf2021 = "Collection(Analytics.Contracts.PublicAPI.PublicVulnerabilityDto)";
    private const string CvesOf2026 = $"Collection({Namespace}.PublicVulnerabilityDto)";

    public static IReadOnlyList<DocumentedRoute> All { get; } =
    [
        // Recommendations
        new("/api/recommendations", "Recommendations", List, Needs.Recommendation)
        {
            Context = "Recommendations", Columns2021 = Columns.Recommendations,
            Approved = "RecommendationsTests.Get_Route_Answers.list.*",
            Filters =
            [
                "id", "productName", "vendor", "recommendedVersion", "recommendationCategory", "subCategory",
                "severityScore", "remediationType", "recommendedProgram", "recommendedVendor", "status",
            ],
        },
        new("/api/recommendations/{id}", "RecommendationById", Entity, Needs.Recommendation)
        {
            Context = "Recommendations/$entity", Columns2021 = Columns.Recommendation,
            Approved = "RecommendationsTests.Get_Route_Answers.by-id.*",
        },
        new("/api/recommendations/{id}/software", "RecommendationSoftware", Entity, Needs.SoftwareOfRecommendation)
        {
            Context = $"{Namespace}.PublicProductDto",
            Context2021 = "Analytics.Contracts.PublicAPI.PublicProductDto",
            Columns2021 = Columns.Software,
            Approved = "RecommendationsTests.Get_Route_Answers.software.*",
        },
        new("/api/recommendations/{id}/machineReferences", "RecommendationMachineReferences", List, Needs.Recommendation)
        {
            Context = MachinesOf2026, Context2021 = "MachineReferences", Columns2021 = Columns.MachineReferences,
            Approved = "RecommendationsTests.Get_Route_Answers.machine-references.*",
        },
        new("/api/recommendations/{id}/vulnerabilities", "RecommendationVulnerabilities", List, Needs.Vulnerability)
        {
            Context = CvesOf2026, Context2021 = CvesOf2021, Columns2021 = Columns.Cve,
            Approved = "RecommendationsTests.Get_Route_Answers.vulnerabilities.*",
        },

        // Scores and remediation tasks
        new("/api/exposureScore", "ExposureScore", Entity, Needs.Score)
        {
            Context = "ExposureScore/$entity", Columns2021 = Columns.Score,
            Approved = "ScoresTests.Get_Route_Answers.exposure.*",
        },
        new("/api/exposureScore/ByMachineGroups", "ExposureScoreByMachineGroups", List, Needs.Score)
        {
            Context = $"Collection({Namespace}.ConfigurationScore)",
            Context2021 = "ExposureScore",
            Columns2021 = Columns.ScoreOfGroup,
            Approved = "ScoresTests.Get_Route_Answers.groups.*",
        },
        new("/api/configurationScore", "ConfigurationScore", Entity, Needs.Score)
        {
            Context = "ConfigurationScore/$entity", Columns2021 = Columns.Score,
            Approved = "ScoresTests.Get_Route_Answers.configuration.*",
        },
        new("/api/remediationTasks", "RemediationTasks", List, Needs.RemediationTask)
        {
            Context = "RemediationTasks", Columns2021 = Columns.RemediationTask,
            Approved = "RemediationTasksTests.Get_Route_Answers.list.*",
            Filters = ["createdon", "status"],
        },
        new("/api/remediationTasks/{id}", "RemediationTaskById", Entity, Needs.RemediationTask)
        {
            Context = "RemediationTasks/$entity", Columns2021 = Columns.RemediationTask,
            Approved = "RemediationTasksTests.Get_Route_Answers.by-id.*",
        },
        new("/api/remediationTasks/{id}/machineReferences", "RemediationTaskMachineReferences", List, Needs.RemediationTask)
        {
            Context = MachinesOf2026, Context2021 = "MachineReferences", Columns2021 = Columns.MachineReferences,
            Approved = "RemediationTasksTests.Get_Route_Answers.machine-references.*",
        },

        // What rows of exports refer to
        new("/api/baselineConfigurations", "BaselineConfigurations", List, Needs.Baseline)
        {
            Context = "BaselineConfigurations", Columns2021 = Columns.BaselineConfigurations,
            Approved = "BaselinesTests.Get_Route_Answers.configurations.*",
            Filters = ["id", "category", "name", "CCE"],
        },
        new("/api/baselineProfiles", "BaselineProfiles", List, Needs.Baseline)
        {
            Context = "BaselineProfiles",
            Context2021 = $"Collection({Namespace}.PublicBaselineProfileDto)",
            Columns2021 = Columns.BaselineProfiles,
            Approved = "BaselinesTests.Get_Route_Answers.profiles.*",
            Filters = ["id", "name", "operatingSystem", "operatingSystemVersion", "status", "settingsNumber", "passedDevices", "totalDevices"],
        },
        new("/api/browserextensions/permissionsinfo", "BrowserExtensionPermissions", List, Needs.Software)
        {
            Context = $"Collection({Namespace}.BrowserExtensions)",
            Context2021 = "BrowserExtension",
            Columns2021 = Columns.ExtensionPermissions,
            Approved = "BaselinesTests.Get_Route_Answers.permissions.*",
        },
    ];
}

using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults;

/// <summary>The routes that rules can name. Rules are read before the server stands, so the names cannot be taken from its endpoints; a test compares them.</summary>
internal static class KnownRoutes
{
    /// <summary>Their names, found in any letter case, with what they answer.</summary>
    public static IReadOnlyDictionary<string, RouteKind> All { get; } = new Dictionary<string, RouteKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["SoftwareInventoryByMachine"] = RouteKind.Page,
        ["SoftwareInventoryExport"] = RouteKind.Export,
        ["SoftwareVulnerabilitiesByMachine"] = RouteKind.Page,
        ["SoftwareVulnerabilitiesExport"] = RouteKind.Export,
        ["SoftwareVulnerabilityChangesByMachine"] = RouteKind.Page,
        ["SoftwareInventoryNoProductCodeByMachine"] = RouteKind.Page,
        ["SoftwareInventoryNonCpeExport"] = RouteKind.Export,
        ["SecureConfigurationsAssessmentByMachine"] = RouteKind.Page,
        ["SecureConfigurationsAssessmentExport"] = RouteKind.Export,
        ["BrowserExtensionsInventoryByMachine"] = RouteKind.Page,
        ["BrowserExtensionsInventoryExport"] = RouteKind.Export,
        ["CertificateAssessmentByMachine"] = RouteKind.Page,
        ["CertificateAssessmentExport"] = RouteKind.Export,
        ["HardwareFirmwareInventoryByMachine"] = RouteKind.Page,
        ["HardwareFirmwareInventoryExport"] = RouteKind.Export,
        ["BaselineComplianceAssessmentByMachine"] = RouteKind.Page,
        ["BaselineComplianceAssessmentExport"] = RouteKind.Export,
        ["InfoGatheringExport"] = RouteKind.Export,
        ["SoftwareDistributions"] = RouteKind.Document,
        ["Software"] = RouteKind.Document,
        ["SoftwareById"] = RouteKind.Document,
        ["SoftwareMachineReferences"] = RouteKind.Document,
        ["SoftwareVulnerabilities"] = RouteKind.Document,
        ["SoftwareMissingKbs"] = RouteKind.Document,
        ["Machines"] = RouteKind.Document,
        ["MachineById"] = RouteKind.Document,
        ["MachineSoftware"] = RouteKind.Document,
        ["MachineVulnerabilities"] = RouteKind.Document,
        ["MachineMissingKbs"] = RouteKind.Document,
        ["Vulnerabilities"] = RouteKind.Document,
        ["VulnerabilityById"] = RouteKind.Document,
        ["VulnerabilityMachineReferences"] = RouteKind.Document,
        ["MachinesVulnerabilities"] = RouteKind.Document,
        ["Recommendations"] = RouteKind.Document,
        ["RecommendationById"] = RouteKind.Document,
        ["RecommendationSoftware"] = RouteKind.Document,
        ["RecommendationMachineReferences"] = RouteKind.Document,
        ["RecommendationVulnerabilities"] = RouteKind.Document,
        ["MachineRecommendations"] = RouteKind.Document,
        ["ExposureScore"] = RouteKind.Document,
        ["ExposureScoreByMachineGroups"] = RouteKind.Document,
        ["ConfigurationScore"] = RouteKind.Document,
        ["RemediationTasks"] = RouteKind.Document,
        ["RemediationTaskById"] = RouteKind.Document,
        ["RemediationTaskMachineReferences"] = RouteKind.Document,
        ["BaselineConfigurations"] = RouteKind.Document,
        ["BaselineProfiles"] = RouteKind.Document,
        ["BrowserExtensionPermissions"] = RouteKind.Document,
        ["Metadata"] = RouteKind.Document,
        ["Blob"] = RouteKind.Blob,
        ["Token"] = RouteKind.Token,
        ["Discovery"] = RouteKind.Token,
    };

    /// <summary>Those that quotas count: what needs a token.</summary>
    public static IEnumerable<string> Counted => All.Where(route => route.Value is RouteKind.Page or RouteKind.Export or RouteKind.Document && route.Key != "Metadata").Select(route => route.Key);
}

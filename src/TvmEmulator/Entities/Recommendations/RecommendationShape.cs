using TvmEmulator.Configuration;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.Findings;

namespace TvmEmulator.Entities.Recommendations;

/// <summary>The columns of recommendations (contract: get-all-recommendations, get-recommendation-by-id, get-security-recommendations, metadata).</summary>
internal static class RecommendationShape
{
    private static readonly EntityShape<RecommendationRow> All = new EntityShape<RecommendationRow>("Recommendation")
        .Text("id", row => row.Recommendation.Id)
        .Text("productName", row => row.Recommendation.Product?.Name ?? row.Recommendation.Configuration!.Component)
        .Text("recommendationName", row => row.Recommendation.Name)
        .Integer("weaknesses", row => row.Recommendation.Weaknesses)
        .Text("vendor", row => row.Recommendation.Product?.Vendor ?? "")
        .Text("recommendedVersion", row => row.Recommendation.RecommendedVersion ?? "")
        .Text("recommendedVendor", _ => "")
        .Text("recommendedProgram", _ => "")
        .Text("recommendationCategory", row => CategoryOf(row.Recommendation))
        .Text("subCategory", row => row.Recommendation.Configuration?.Subcategory ?? "")
        .Double("severityScore", row => row.Recommendation.Configuration?.Impact ?? 0)
        .Boolean("publicExploit", row => row.Recommendation.PublicExploit)
        .Boolean("activeAlert", row => row.Recommendation.ActiveAlert)
        .Texts("associatedThreats", row => row.Recommendation.AssociatedThreats)
        .Text("remediationType", row => row.Recommendation.RemediationType.ToString())
        .Text("status", _ => "Active")
        .Double("configScoreImpact", row => (double)row.Recommendation.ConfigurationImpact)
        .Double("exposureImpact", row => (double)row.Recommendation.ExposureImpact)
        .Integer("totalMachineCount", row => row.Recommendation.TotalMachines)
        .Integer("exposedMachinesCount", row => row.Recommendation.ExposedMachines)
        .Integer("nonProductivityImpactedAssets", row => row.Recommendation.UndisturbedMachines)
        .Text("relatedComponent", row => row.Recommendation.Product?.Title ?? row.Recommendation.Configuration!.Component)
        .Boolean("hasUnpatchableCve", row => row.Recommendation.HasUnpatchableCve)
        .Texts("tags", row => row.Recommendation.IsInternetFacing ? ["internetFacing"] : [])
        .Integer("exposedCriticalDevices", row => row.Recommendation.ExposedCriticalDevices)
        .DocumentsFiltersOn(
            "id", "productName", "vendor", "recommendedVersion", "recommendationCategory", "subCategory", "severityScore", "remediationType",
            "recommendedProgram", "recommendedVendor", "status");

    /// <summary>The shape of <c>/api/recommendations</c>, whose page shows all columns in both editions.</summary>
    public static EntityShape<RecommendationRow> OfSet(ContractEdition edition) => All
        .NavigationToOne("software", RecommendedSoftwareShape.Of(edition), row => row.Software)
        .NavigationToMany("vulnerabilities", VulnerabilityShape.Of(edition), row => row.Vulnerabilities);

    /// <summary>The shape of one of them; that of 2021 shows what its page does.</summary>
    public static EntityShape<RecommendationRow> OfOne(ContractEdition edition) => edition == ContractEdition.Edition2026
        ? OfSet(edition)
        : OfSet(edition).Showing([.. ShownOnMachines, "tags", "exposedCriticalDevices"]);

    /// <summary>The shape of those of a machine; that of 2021 shows what its page does.</summary>
    public static EntityShape<RecommendationRow> OfMachine(ContractEdition edition) => edition == ContractEdition.Edition2026
        ? OfSet(edition)
        : OfSet(edition).Showing(ShownOnMachines);

    private static string[] ShownOnMachines =>
    [
        "id", "productName", "recommendationName", "weaknesses", "vendor", "recommendedVersion", "recommendationCategory", "subCategory", "severityScore",
        "publicExploit", "activeAlert", "associatedThreats", "remediationType", "status", "configScoreImpact", "exposureImpact", "totalMachineCount",
        "exposedMachinesCount", "nonProductivityImpactedAssets", "relatedComponent",
    ];

    /// <summary>Accounts, Application, Network, OS or SecurityControls; the assessment of configurations writes the last one with a blank.</summary>
    private static string CategoryOf(Recommendation recommendation) =>
        recommendation.Configuration?.Category.Replace(" controls", "Controls", StringComparison.Ordinal) ?? (recommendation.IsForOperatingSystem ? "OS" : "Application");
}

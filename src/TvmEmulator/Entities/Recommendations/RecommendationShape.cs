using TvmEmulator.Configuration;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.Findings;

namespace TvmEmulator.Entities.Recommendations;

/// <summary>The columns of recommendations (contract: get-all-recommendations, get-recommendation-by-id, get-security-recommendations, metadata).</summary>
internal static class RecommendationShape
{
    private static readonly EntityShape<Recommendation> All = new EntityShape<Recommendation>("Recommendation")
        .Text("id", row => row.Id)
        .Text("productName", row => row.Product?.Name ?? row.Configuration!.Component)
        .Text("recommendationName", row => row.Name)
        .Integer("weaknesses", row => row.Weaknesses)
        .Text("vendor", row => row.Product?.Vendor ?? "")
        .Text("recommendedVersion", row => row.RecommendedVersion ?? "")
        .Text("recommendedVendor", _ => "")
        .Text("recommendedProgram", _ => "")
        .Text("recommendationCategory", CategoryOf)
        .Text("subCategory", row => row.Configuration?.Subcategory ?? "")
        .Double("severityScore", row => row.Configuration?.Impact ?? 0)
        .Boolean("publicExploit", row => row.PublicExploit)
        .Boolean("activeAlert", row => row.ActiveAlert)
        .Texts("associatedThreats", row => row.AssociatedThreats)
        .Text("remediationType", row => row.RemediationType.ToString())
        .Text("status", _ => "Active")
        .Double("configScoreImpact", row => (double)row.ConfigurationImpact)
        .Double("exposureImpact", row => (double)row.ExposureImpact)
        .Integer("totalMachineCount", row => row.TotalMachines)
        .Integer("exposedMachinesCount", row => row.ExposedMachines)
        .Integer("nonProductivityImpactedAssets", row => row.UndisturbedMachines)
        .Text("relatedComponent", row => row.Product?.Title ?? row.Configuration!.Component)
        .Boolean("hasUnpatchableCve", row => row.HasUnpatchableCve)
        .Texts("tags", row => row.IsInternetFacing ? ["internetFacing"] : [])
        .Integer("exposedCriticalDevices", row => row.ExposedCriticalDevices)
        .DocumentsFiltersOn(
            "id", "productName", "vendor", "recommendedVersion", "recommendationCategory", "subCategory", "severityScore", "remediationType",
            "recommendedProgram", "recommendedVendor", "status");

    /// <summary>The shape of <c>/api/recommendations</c>, whose page shows all columns in both editions.</summary>
    public static EntityShape<Recommendation> OfSet => All;

    /// <summary>The shape of one of them; that of 2021 shows what its page does.</summary>
    public static EntityShape<Recommendation> OfOne(ContractEdition edition) => edition == ContractEdition.Edition2026
        ? All
        : All.Showing([.. ShownOnMachines, "tags", "exposedCriticalDevices"]);

    /// <summary>The shape of those of a machine; that of 2021 shows what its page does.</summary>
    public static EntityShape<Recommendation> OfMachine(ContractEdition edition) => edition == ContractEdition.Edition2026 ? All : All.Showing(ShownOnMachines);

    private static string[] ShownOnMachines =>
    [
        "id", "productName", "recommendationName", "weaknesses", "vendor", "recommendedVersion", "recommendationCategory", "subCategory", "severityScore",
        "publicExploit", "activeAlert", "associatedThreats", "remediationType", "status", "configScoreImpact", "exposureImpact", "totalMachineCount",
        "exposedMachinesCount", "nonProductivityImpactedAssets", "relatedComponent",
    ];

    /// <summary>Accounts, Application, Network, OS or SecurityControls; the assessment of configurations writes the last one with a blank.</summary>
    private static string CategoryOf(Recommendation row) =>
        row.Configuration?.Category.Replace(" controls", "Controls", StringComparison.Ordinal) ?? (row.IsForOperatingSystem ? "OS" : "Application");
}

using TvmEmulator.Configuration;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.Baselines;

namespace TvmEmulator.Entities.Baselines;

/// <summary>The columns of <c>/api/baselineConfigurations</c> (contract: get-security-baselines-assessment-configurations, metadata).</summary>
internal static class BaselineConfigurationShape
{
    private static readonly EntityShape<BaselineSetting> All = new EntityShape<BaselineSetting>("BaselineConfiguration")
        .Text("id", setting => setting.Id)
        .Text("uniqueId", setting => setting.UniqueId)
        .Text("benchmarkName", setting => setting.BenchmarkName)
        .Text("benchmarkVersion", setting => setting.BenchmarkVersion)
        .Text("name", setting => setting.Name)
        .Text("description", setting => setting.Rationale)
        .Text("category", setting => setting.Category)
        .Texts("complianceLevels", setting => setting.ComplianceLevels)
        .Text("cce", setting => setting.Cce)
        .Text("rationale", setting => setting.Rationale)
        .Text("remediation", setting => setting.Remediation)
        .Texts("recommendedValue", setting => setting.RecommendedValue)
        .Texts("source", setting => setting.Source)
        .Boolean("isCustom", _ => false)
        .Text("assessmentMethod", _ => "Automated")
        .DocumentsFiltersOn("id", "category", "name", "cce");

    /// <summary>The shape of an edition; that of 2021 shows what its page does.</summary>
    public static EntityShape<BaselineSetting> Of(ContractEdition edition) => edition == ContractEdition.Edition2026
        ? All
        : All.Showing(
            "id", "uniqueId", "benchmarkName", "benchmarkVersion", "name", "description", "category", "complianceLevels", "cce", "rationale", "remediation",
            "recommendedValue", "source", "isCustom");
}

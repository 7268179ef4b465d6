using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.Entities.Baselines;

/// <summary>The columns of <c>/api/baselineProfiles</c> (contract: get-security-baselines-assessment-profiles, metadata).</summary>
internal static class BaselineProfileShape
{
    // Profiles are never changed, and are for all groups.
    private static readonly EntityShape<BaselineProfileRow> All = new EntityShape<BaselineProfileRow>("BaselineProfile")
        .Text("id", row => row.Profile.Id)
        .Text("name", row => row.Profile.Name)
        .Text("description", row => row.Profile.Description)
        .Text("benchmark", row => row.Profile.BenchmarkName)
        .Text("version", row => row.Profile.BenchmarkVersion)
        .Text("operatingSystem", row => row.Profile.OperatingSystem)
        .Text("operatingSystemVersion", row => row.Profile.OperatingSystemVersion)
        .Boolean("status", _ => true)
        .Text("complianceLevel", row => row.Profile.ComplianceLevel)
        .Integer("settingsNumber", row => row.Profile.Settings.Count)
        .Text("createdBy", row => row.Profile.CreatedBy)
        .Text("lastUpdatedBy", _ => null)
        .Time("createdOnTimeOffset", row => row.Profile.CreatedOn?.Utc)
        .Time("lastUpdateTimeOffset", row => row.Profile.CreatedOn?.Utc)
        .Integer("passedDevices", row => row.PassedDevices)
        .Integer("totalDevices", row => row.TotalDevices)
        .Integers("rbacGroupIdsProfileScope", _ => [])
        .Texts("rbacGroupNamesProfileScope", _ => [])
        .Texts("deviceTagsProfileScope", _ => [])
        .DocumentsFiltersOn("id", "name", "operatingSystem", "operatingSystemVersion", "status", "settingsNumber", "passedDevices", "totalDevices");

    /// <summary>The shape of an edition; that of 2021 shows what its page does, where two times have other names.</summary>
    public static EntityShape<BaselineProfileRow> Of(ContractEdition edition) => edition == ContractEdition.Edition2026
        ? All
        : All.Time("createdOnTimestampUTC", row => row.Profile.CreatedOn?.Utc, property: "createdOnTimeOffset")
            .Time("lastUpdateTimestampUTC", row => row.Profile.CreatedOn?.Utc, property: "lastUpdateTimeOffset")
            .Showing(
                "id", "name", "description", "benchmark", "version", "operatingSystem", "operatingSystemVersion", "status", "complianceLevel",
                "settingsNumber", "createdBy", "lastUpdatedBy", "createdOnTimestampUTC", "lastUpdateTimestampUTC", "passedDevices", "totalDevices");

    /// <summary>What follows <c>$metadata#</c>; that of 2021 resolves in no metadata.</summary>
    public static string ContextOf(ContractEdition edition) =>
        edition == ContractEdition.Edition2026 ? "BaselineProfiles" : $"Collection({ODataAnswer.Namespace}.PublicBaselineProfileDto)";
}

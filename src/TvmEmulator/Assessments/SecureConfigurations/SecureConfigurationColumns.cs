using Column = TvmEmulator.Assessments.Rows.Column<TvmEmulator.Tenants.SecureConfigurations.SecureConfigurationRow>;
using OfDevice = TvmEmulator.Assessments.Rows.DeviceColumns<TvmEmulator.Tenants.SecureConfigurations.SecureConfigurationRow>;

namespace TvmEmulator.Assessments.SecureConfigurations;

/// <summary>The columns of secure configurations.</summary>
internal static class SecureConfigurationColumns
{
    private static readonly Column[] Rest =
    [
        OfDevice.GroupName,
        OfDevice.Name,
        OfDevice.Platform,
        OfDevice.OsVersion,
        new("timestamp", static (to, device, _) => to.Text(device.LastSeenTimestamp)),
        new("configurationId", static (to, _, row) => to.Text(row.Configuration.Id)),
        new("configurationCategory", static (to, _, row) => to.Text(row.Configuration.Category)),
        new("configurationSubcategory", static (to, _, row) => to.Text(row.Configuration.Subcategory)),
        new("configurationImpact", static (to, _, row) => to.Number(row.Configuration.Impact)),
        new("isCompliant", static (to, _, row) => to.Flag(row.IsCompliant)),
        new("isApplicable", static (to, _, row) => to.Flag(row.IsApplicable)),
        new("isExpectedUserImpact", static (to, _, row) => to.Flag(row.Configuration.HasUserImpact)),
        new("configurationName", static (to, _, row) => to.Text(row.Configuration.Name)),
        new("recommendationReference", static (to, _, row) => to.Text(row.Configuration.RecommendationReference)),
    ];

    /// <summary>As in the documented example.</summary>
    public static IReadOnlyList<Column> Of2021 { get; } = [OfDevice.Id, .. Rest];

    /// <summary>As in the service's metadata; lines of files have them, too.</summary>
    public static IReadOnlyList<Column> Of2026 { get; } = [OfDevice.Id, OfDevice.GroupId, .. Rest];
}

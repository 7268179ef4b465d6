using Column = TvmEmulator.Assessments.Rows.Column<TvmEmulator.Tenants.Baselines.BaselineRow>;
using OfDevice = TvmEmulator.Assessments.Rows.DeviceColumns<TvmEmulator.Tenants.Baselines.BaselineRow>;

namespace TvmEmulator.Assessments.Baselines;

/// <summary>The columns of baseline compliance. A setting that does not apply has no value, no result and no time of collection.</summary>
internal static class BaselineColumns
{
    private static readonly Column[] Head =
    [
        new("id", static (to, device, row) => to.Text($"{device.Id}_{row.Profile.Id}_{row.Setting.Id}")),
        new("configurationId", static (to, _, row) => to.Text(row.Setting.Id)),
        OfDevice.Id,
        OfDevice.Name,
        new("profileId", static (to, _, row) => to.Text(row.Profile.Id)),
        OfDevice.Platform,
        OfDevice.OsVersion,
        OfDevice.GroupId,
        OfDevice.GroupName,
        new("isApplicable", static (to, _, row) => to.Flag(row.IsApplicable)),
        new("isCompliant", static (to, _, row) => to.Flag(row.IsCompliant)),
        new("dataCollectionTimeOffset", static (to, device, row) => to.Text(row.IsApplicable ? device.LastSeenTime : null)),
        new("complianceCalculationTimeOffset", static (to, device, _) => to.TimeWithThousandths(device.Snapshot.Mark.At)),
        new("recommendedValue", static (to, _, row) => to.Texts(row.Setting.RecommendedValue)),
        new("currentValue", static (to, _, row) => to.Texts(row.CurrentValue)),
    ];

    private static readonly Column Source = new("source", static (to, _, row) => to.Texts(row.Setting.Source));

    /// <summary>As in the documented example.</summary>
    public static IReadOnlyList<Column> Of2021 { get; } = [.. Head, Source];

    /// <summary>As in the service's metadata; lines of files have them, too.</summary>
    public static IReadOnlyList<Column> Of2026 { get; } =
    [
        .. Head,
        new("rawValue", static (to, _, row) => to.Texts(row.CurrentValue)),
        Source,
        new("isExempt", static (to, _, _) => to.Flag(false)),
        new("complianceEvaluationDetails", static (to, _, _) => to.Null()),
    ];
}

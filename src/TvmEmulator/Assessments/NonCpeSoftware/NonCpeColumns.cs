using Column = TvmEmulator.Assessments.Rows.Column<TvmEmulator.Tenants.NonCpeSoftware.NonCpeRow>;
using OfDevice = TvmEmulator.Assessments.Rows.DeviceColumns<TvmEmulator.Tenants.NonCpeSoftware.NonCpeRow>;

namespace TvmEmulator.Assessments.NonCpeSoftware;

/// <summary>The columns of software without a CPE.</summary>
internal static class NonCpeColumns
{
    /// <summary>As in the documented example.</summary>
    public static IReadOnlyList<Column> Of2021 { get; } =
    [
        OfDevice.Id,
        OfDevice.GroupId,
        OfDevice.GroupName,
        OfDevice.Name,
        OfDevice.Platform,
        new("softwareVendor", static (to, _, row) => to.Text(row.Product.Vendor)),
        new("softwareName", static (to, _, row) => to.Text(row.Product.Name)),
        new("softwareVersion", static (to, _, row) => to.Text(row.Version)),
        new("softwareLastSeenTimestamp", static (to, device, _) => to.Text(device.LastSeenTimestamp)),
    ];

    /// <summary>As in the service's metadata; lines of files have them, too.</summary>
    public static IReadOnlyList<Column> Of2026 { get; } =
    [
        .. Of2021,
        new("registryPath", static (to, _, row) => to.Text(row.Product.RegistryPath)),
    ];
}

using TvmEmulator.Assessments.Rows;
using TvmEmulator.Tenants.BrowserExtensions;
using Column = TvmEmulator.Assessments.Rows.Column<TvmEmulator.Tenants.BrowserExtensions.BrowserExtensionRow>;
using OfDevice = TvmEmulator.Assessments.Rows.DeviceColumns<TvmEmulator.Tenants.BrowserExtensions.BrowserExtensionRow>;

namespace TvmEmulator.Assessments.BrowserExtensions;

/// <summary>The columns of browser extensions.</summary>
internal static class BrowserExtensionColumns
{
    private static readonly Column<PermissionGrant>[] OfPermission =
    [
        new("id", static (to, _, grant) => to.Text(grant.Permission.Key)),
        new("isRequired", static (to, _, grant) => to.Flag(grant.IsRequired)),
        new("risk", static (to, _, grant) => to.Text(grant.Permission.Risk.ToString())),
    ];

    private static readonly Column InstallationTime = new("installationTime", static (to, _, row) => to.TimeWithThousandths(row.Installed));
    private static readonly Column BrowserName = new("browserName", static (to, _, row) => to.Text(row.Browser.Name));
    private static readonly Column Id = new("extensionId", static (to, _, row) => to.Text(row.Extension.IdIn(row.Browser)));
    private static readonly Column Name = new("extensionName", static (to, _, row) => to.Text(row.Extension.Name));
    private static readonly Column Description = new("extensionDescription", static (to, _, row) => to.Text(row.Extension.Description));
    private static readonly Column Version = new("extensionVersion", static (to, _, row) => to.Text(row.Version));
    private static readonly Column Risk = new("extensionRisk", static (to, _, row) => to.Text(row.Extension.Risk.ToString()));
    private static readonly Column Vendor = new("extensionVendor", static (to, _, row) => to.Text(row.Extension.Vendor));
    private static readonly Column IsActivated = new("isActivated", static (to, _, row) => to.Flag(row.IsActivated));
    private static readonly Column Permissions = new("permissions", static (to, device, row) => to.Objects(row.Extension.Permissions, OfPermission, device));

    /// <summary>As in the documented example.</summary>
    public static IReadOnlyList<Column> Of2021 { get; } =
    [
        OfDevice.Id, OfDevice.Name, OfDevice.GroupId, OfDevice.GroupName,
        InstallationTime, BrowserName, Id, Name, Description, Version, Risk, IsActivated, Permissions,
    ];

    /// <summary>As in the service's metadata, which has no name of the device.</summary>
    public static IReadOnlyList<Column> Of2026 { get; } =
    [
        OfDevice.Id, OfDevice.GroupId, OfDevice.GroupName,
        InstallationTime, BrowserName, Id, Name, Description, Version, Risk, Vendor, IsActivated, Permissions,
    ];

    /// <summary>Of a line of a file: the columns of both.</summary>
    public static IReadOnlyList<Column> OfLine { get; } =
    [
        OfDevice.Id, OfDevice.Name, OfDevice.GroupId, OfDevice.GroupName,
        InstallationTime, BrowserName, Id, Name, Description, Version, Risk, Vendor, IsActivated, Permissions,
    ];
}


namespace TvmEmulator.Assessments.Rows;

/// <summary>Columns that all kinds of rows share.</summary>
internal static class DeviceColumns<TRow>
{
    /// <summary>The id of the device.</summary>
    public static readonly Column<TRow> Id = new("deviceId", static (to, device, _) => to.Text(device.Id));

    /// <summary>The number of its RBAC group.</summary>
    public static readonly Column<TRow> GroupId = new("rbacGroupId", static (to, device, _) => to.Number(device.Device.Group.Id));

    /// <summary>The name of its RBAC group.</summary>
    public static readonly Column<TRow> GroupName = new("rbacGroupName", static (to, device, _) => to.Text(device.Device.Group.Name));

    /// <summary>Its name.</summary>
    public static readonly Column<TRow> Name = new("deviceName", static (to, device, _) => to.Text(device.Name));

    /// <summary>Its operating system.</summary>
    public static readonly Column<TRow> Platform = new("osPlatform", static (to, device, _) => to.Text(device.Device.PlatformText), "OSPlatform");

    /// <summary>The version of its operating system.</summary>
    public static readonly Column<TRow> OsVersion = new("osVersion", static (to, device, _) => to.Text(device.OsVersion), "OSVersion");
}

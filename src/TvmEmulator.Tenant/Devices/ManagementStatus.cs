namespace TvmEmulator.Tenants.Devices;

/// <summary>How a device's management goes, as the service writes it in <c>managedByStatus</c>.</summary>
public enum ManagementStatus
{
    /// <summary>Nobody manages the device.</summary>
    Unknown,

    /// <summary>It has its settings.</summary>
    Success,

    /// <summary>It could not take them.</summary>
    Error,
}

namespace TvmEmulator.Tenants.Devices;

/// <summary>How much a device means to its organization, as the service writes it in <c>deviceValue</c>.</summary>
public enum DeviceValue
{
    /// <summary>As much as most.</summary>
    Normal,

    /// <summary>Little.</summary>
    Low,

    /// <summary>Much.</summary>
    High,
}

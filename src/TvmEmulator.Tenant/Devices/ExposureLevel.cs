namespace TvmEmulator.Tenants.Devices;

/// <summary>How much the known weaknesses of a device expose it, as the service writes it in <c>exposureLevel</c>.</summary>
public enum ExposureLevel
{
    /// <summary>None of its software has a known CVE.</summary>
    None,

    /// <summary>There are some.</summary>
    Low,

    /// <summary>Ten or more of them are of high or critical severity.</summary>
    Medium,

    /// <summary>Sixty or more are, or the exploit of a critical one is known to work.</summary>
    High,
}

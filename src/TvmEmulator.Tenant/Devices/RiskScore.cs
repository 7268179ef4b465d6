namespace TvmEmulator.Tenants.Devices;

/// <summary>How bad the open alerts of a device are, as the service writes it in <c>riskScore</c>.</summary>
public enum RiskScore
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>They say something that is good to know.</summary>
    Informational,

    /// <summary>Not very.</summary>
    Low,

    /// <summary>Bad.</summary>
    Medium,

    /// <summary>Very bad.</summary>
    High,
}

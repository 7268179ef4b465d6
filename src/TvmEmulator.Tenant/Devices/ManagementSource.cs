namespace TvmEmulator.Tenants.Devices;

/// <summary>What a device gets its security settings from, as the service writes it in <c>managedBy</c>.</summary>
public enum ManagementSource
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>Microsoft Intune.</summary>
    Intune,

    /// <summary>Microsoft Configuration Manager.</summary>
    SystemCenterConfigurationManager,

    /// <summary>Defender for Endpoint itself.</summary>
    MicrosoftDefenderForEndpoint,
}

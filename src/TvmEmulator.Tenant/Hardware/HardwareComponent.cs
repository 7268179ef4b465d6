namespace TvmEmulator.Tenants.Hardware;

/// <summary>What a row of the hardware inventory is about; the names are the service's.</summary>
public enum HardwareComponent
{
    /// <summary>The device itself.</summary>
    Hardware,

    /// <summary>Its processor.</summary>
    Processor,

    /// <summary>Its firmware.</summary>
    Bios,
}

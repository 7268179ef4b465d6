using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Hardware;

/// <summary>A component of a device.</summary>
/// <param name="Component">Which one.</param>
/// <param name="Model">The model of the device.</param>
/// <param name="Processor">The processor of the device.</param>
/// <param name="Release">Number of the firmware's release.</param>
/// <param name="BoardRevision">Revision of the main board, 0 to 4.</param>
public readonly record struct HardwareRow(HardwareComponent Component, HardwareModel Model, Processor Processor, int Release, int BoardRevision)
{
    /// <summary>Who makes the component.</summary>
    public string Manufacturer => Component switch
    {
        HardwareComponent.Processor => Processor.Manufacturer,
        HardwareComponent.Bios => Model.FirmwareVendor,
        _ => Model.Maker,
    };

    /// <summary>Its name.</summary>
    public string Name => Component == HardwareComponent.Processor ? Processor.Name : Model.Name;

    /// <summary>Its version.</summary>
    public string Version => Component switch
    {
        HardwareComponent.Processor => Processor.Family,
        HardwareComponent.Bios => Model.Firmware.VersionOf(Release),
        _ => $"A0{BoardRevision}",
    };

    /// <summary>When the firmware came out.</summary>
    public Moment FirmwareReleased => Model.Firmware.DateOf(Release);
}

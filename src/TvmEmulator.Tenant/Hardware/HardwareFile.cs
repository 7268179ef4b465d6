using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.Hardware;

/// <summary>A model of devices as the catalog writes it; <c>onlyFor</c> and <c>track</c> are those of a product. A model in a cloud is what its virtual machines are.</summary>
internal sealed record HardwareFile(
    string Maker,
    ChoiceFile OnlyFor,
    string[] Roles,
    string Model,
    string DeviceFamily,
    string Board,
    string Sku,
    ProcessorFile[] Processors,
    FirmwareFile Firmware,
    string Architecture = "x64",
    bool IsInCloud = false);

/// <summary>A processor that a model is sold with.</summary>
internal sealed record ProcessorFile(string Manufacturer, string Name, string Family);

/// <summary>The firmware of a model.</summary>
internal sealed record FirmwareFile(string Vendor, TrackFile Track);

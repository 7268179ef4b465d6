using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.Hardware;

/// <summary>A model of devices.</summary>
public sealed class HardwareModel
{
    private readonly HardwareFile _file;

    private HardwareModel(HardwareFile file)
    {
        _file = file;
        Key = StableHash.Of("hardware " + file.Model);
        OnlyFor = new DeviceChoice(StableHash.Of(file.OnlyFor.Choice), file.OnlyFor.From, file.OnlyFor.To);
        Firmware = ProductReader.ReadTrack(file.Firmware.Track);
        Processors = [.. file.Processors.Select(processor => new Processor(processor.Manufacturer, processor.Name, processor.Family))];
    }

    /// <summary>All of them, in the order of the catalog.</summary>
    public static IReadOnlyList<HardwareModel> All { get; } =
        [.. CatalogFiles.File("hardware.json", CatalogJson.Default.HardwareFileArray).Select(file => new HardwareModel(file))];

    /// <summary>Who makes it, as a lower-case token.</summary>
    public string Maker => _file.Maker;

    /// <summary>Its name, as a lower-case token.</summary>
    public string Name => _file.Model;

    /// <summary>Such as <c>Laptop</c> or <c>Server</c>.</summary>
    public string DeviceFamily => _file.DeviceFamily;

    /// <summary>The main board.</summary>
    public string Board => _file.Board;

    /// <summary>The maker's number; may be empty.</summary>
    public string Sku => _file.Sku;

    /// <summary>The processors that it is sold with.</summary>
    public IReadOnlyList<Processor> Processors { get; }

    /// <summary>Who makes the firmware.</summary>
    public string FirmwareVendor => _file.Firmware.Vendor;

    /// <summary>The releases of its firmware; the first one comes with the model.</summary>
    public Track Firmware { get; }

    /// <summary>Makers are chosen once by a device: who has a Dell has Dell's tools.</summary>
    internal DeviceChoice OnlyFor { get; }

    internal ulong Key { get; }

    /// <summary>Whether a device can be of this model.</summary>
    /// <param name="role">Its role.</param>
    /// <param name="architecture">Its architecture.</param>
    /// <param name="isInCloud">Whether it is a virtual machine of a cloud.</param>
    /// <param name="named">What its name says about it; see <see cref="NamePatternFile"/>.</param>
    internal bool IsFor(string role, string? architecture, bool isInCloud, string? named) =>
        _file.Architecture == architecture
        && _file.IsInCloud == isInCloud
        && _file.Roles.Contains(role, StringComparer.Ordinal)
        && (named is null || $"{DeviceFamily} {Name}".StartsWith(named, StringComparison.Ordinal));
}

namespace TvmEmulator.Tenants.Overlays;

/// <summary>
/// A version of a product that a device has, or has not. It stands in place of the version that the device has; only products whose versions live
/// side by side have it beside the others. Versions that are given with a time follow each other; one without replaces them.
/// </summary>
/// <param name="Device">Id or name of the device, in any letter case.</param>
/// <param name="Software">The software id, <c>vendor-_-name</c>; an unknown one makes a new product.</param>
/// <param name="Version">The version, letter by letter; when it is removed, null stands for all versions.</param>
/// <param name="Remove">Whether the device has it not; neither time nor paths are looked at then.</param>
/// <param name="FirstSeen">Since when the device has it; by default since it joined, or since the version came out.</param>
/// <param name="DiskPaths">Where its files lie, as templates (<see cref="Catalog.EvidenceVariant"/>); without any paths it looks as usual.</param>
/// <param name="RegistryPaths">Its registry keys, as templates.</param>
public sealed record InstallationChange(
    string Device,
    string Software,
    string? Version = null,
    bool Remove = false,
    DateTimeOffset? FirstSeen = null,
    IReadOnlyList<string>? DiskPaths = null,
    IReadOnlyList<string>? RegistryPaths = null);

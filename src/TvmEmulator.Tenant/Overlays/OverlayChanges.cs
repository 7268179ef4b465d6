namespace TvmEmulator.Tenants.Overlays;

/// <summary>
/// What a user changes in a generated tenant, as he wrote it. Devices are changed first, then installations, then CVEs, each list in its order: a
/// later change wins over an earlier one about the same thing.
/// </summary>
/// <param name="Devices">Devices that are added, changed or removed.</param>
/// <param name="Installations">Software that single devices have, or have not.</param>
/// <param name="Cves">CVEs and what they affect.</param>
public sealed record OverlayChanges(
    IReadOnlyList<DeviceChange>? Devices = null,
    IReadOnlyList<InstallationChange>? Installations = null,
    IReadOnlyList<CveChange>? Cves = null);

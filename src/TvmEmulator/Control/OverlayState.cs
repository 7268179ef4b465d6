using System.Text.Json.Serialization;
using TvmEmulator.Tenants.Overlays;

namespace TvmEmulator.Control;

/// <summary>The changes on top of a generated organization, all taken together; what is not said is left out.</summary>
internal sealed record OverlayState(
    IReadOnlyList<OverlayState.Device> Devices, IReadOnlyList<OverlayState.Installation> Installations, IReadOnlyList<OverlayState.Cve> Cves)
{
    /// <summary>Reads an overlay.</summary>
    public static OverlayState Of(Overlay overlay) => new(
        [.. (overlay.Changes.Devices ?? []).Select(Device.Of)],
        [.. (overlay.Changes.Installations ?? []).Select(Installation.Of)],
        [.. (overlay.Changes.Cves ?? []).Select(Cve.Of)]);

    private static bool? OnlyTrue(bool flag) => flag ? true : null;

    /// <summary>A device.</summary>
    internal sealed record Device([property: JsonPropertyName("device")] string Name, bool? Remove, string? Group, string? OsPlatform, string? NewName, string? Id)
    {
        public static Device Of(DeviceChange change) => new(change.Device, OnlyTrue(change.Remove), change.Group, change.OsPlatform, change.NewName, change.Id);
    }

    /// <summary>A version on a device.</summary>
    internal sealed record Installation(
        string Device, string Software, string? Version, bool? Remove, string? FirstSeen, IReadOnlyList<string>? DiskPaths, IReadOnlyList<string>? RegistryPaths)
    {
        public static Installation Of(InstallationChange change) => new(
            change.Device,
            change.Software,
            change.Version,
            OnlyTrue(change.Remove),
            change.FirstSeen is { } seen ? ControlTime.Text(seen) : null,
            change.DiskPaths,
            change.RegistryPaths);
    }

    /// <summary>A CVE.</summary>
    internal sealed record Cve(
        string Id,
        bool? Remove,
        string? Published,
        IReadOnlyList<AffectedSoftware>? Affects,
        string? Severity,
        decimal? CvssScore,
        string? CvssVector,
        string? Exploitability)
    {
        public static Cve Of(CveChange change) => new(
            change.Id,
            OnlyTrue(change.Remove),
            change.Published is { } published ? ControlTime.Text(published) : null,
            change.Remove ? null : change.Affects,
            change.Severity?.ToString(),
            change.CvssScore,
            change.CvssVector,
            change.Exploitability?.ToString());
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(OverlayState))]
internal sealed partial class OverlayStateJson : JsonSerializerContext;

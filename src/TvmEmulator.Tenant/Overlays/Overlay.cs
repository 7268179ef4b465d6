using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>All changes of a tenant taken together, with the devices found and the texts checked. It never changes.</summary>
public sealed class Overlay
{
    private readonly Lazy<byte[]> _hash;

    internal Overlay(OrderedDictionary<ulong, EditedDevice> devices, OrderedDictionary<string, CveChange> cves, IReadOnlyList<string> newGroups)
    {
        Devices = devices;
        Cves = cves;
        NewGroups = newGroups;
        Changes = new OverlayChanges(
            [.. devices.Values.Where(device => device.IsChanged).Select(ChangeOf)],
            [.. devices.Values.SelectMany(device => device.Software.SelectMany(software => ChangesOf(device, software)))],
            [.. cves.Values]);
        _hash = new Lazy<byte[]>(() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new OverlayText(Changes, NewGroups), OverlayJson.Default.OverlayText)));
    }

    /// <summary>No changes.</summary>
    public static Overlay Empty { get; } = new([], [], []);

    /// <summary>What all changes together come to: one entry for each thing, in the order in which they were first changed.</summary>
    public OverlayChanges Changes { get; }

    /// <summary>Whether the tenant is as it was generated.</summary>
    public bool IsEmpty => Devices.Count == 0 && Cves.Count == 0;

    /// <summary>The devices about which something is said, by key.</summary>
    internal OrderedDictionary<ulong, EditedDevice> Devices { get; }

    /// <summary>The CVEs about which something is said, by id in capitals.</summary>
    internal OrderedDictionary<string, CveChange> Cves { get; }

    /// <summary>Groups that the generated tenant does not have. They keep their place, and so their number, also when no device is in them any more.</summary>
    internal IReadOnlyList<string> NewGroups { get; }

    /// <summary>Tells overlays apart; null when the tenant is as it was generated.</summary>
    public string? Fingerprint => IsEmpty ? null : Convert.ToHexStringLower(Hash[..8]);

    /// <summary>A hash of everything that the overlay says.</summary>
    internal ReadOnlySpan<byte> Hash => _hash.Value;

    private static DeviceChange ChangeOf(EditedDevice device) => new(
        device.OriginalName, device.IsRemoved, device.Group, device.Platform?.Text(), device.NewName, device.AddedId);

    private static IEnumerable<InstallationChange> ChangesOf(EditedDevice device, EditedSoftware software)
    {
        var name = device.NewName ?? device.OriginalName;
        if (software.RemovesAll)
            yield return new InstallationChange(name, software.Id, Remove: true);
        foreach (var version in software.RemovedVersions)
            yield return new InstallationChange(name, software.Id, version, Remove: true);
        foreach (var added in software.Added)
            yield return new InstallationChange(name, software.Id, added.Version, FirstSeen: added.FirstSeen.Utc, DiskPaths: added.Disk, RegistryPaths: added.Registry);
    }
}

/// <summary>All that an overlay says, for its hash.</summary>
internal sealed record OverlayText(OverlayChanges Changes, IReadOnlyList<string> NewGroups);

[JsonSerializable(typeof(OverlayText))]
internal sealed partial class OverlayJson : JsonSerializerContext;

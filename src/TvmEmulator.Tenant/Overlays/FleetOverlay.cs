using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>What an overlay does to the devices of a tenant.</summary>
internal sealed class FleetOverlay
{
    private readonly Dictionary<ulong, DeviceOverlay> _devices;

    public FleetOverlay(Overlay overlay, Fleet generated, CatalogOverlay catalog)
    {
        Groups = new RbacGroups(generated.Groups, overlay.NewGroups);
        AddedRole = Role.OfAnyPlatform("added", generated.Roles.Count);
        var groups = Groups.All.ToDictionary(group => group.Name, StringComparer.Ordinal);
        _devices = overlay.Devices.Values.ToDictionary(
            edited => edited.Key,
            edited => new DeviceOverlay(edited, edited.Group is { } group ? groups[group] : null, catalog.SoftwareOf(edited.Key)));
        Added =
        [
            .. overlay.Devices.Values.Where(edited => edited.IsAdded).Select((edited, i) => _devices[edited.Key].Apply(
                new Device(generated.Ordinals + i, edited.Key, AddedRole, edited.Platform!.Value, AddedSystemSince, AddedJoined, RbacGroup.Unassigned))),
        ];
    }

    /// <summary>When added devices joined.</summary>
    public static Moment AddedJoined { get; } = Moment.OfDate("2020-01-01");

    /// <summary>Since when added devices have had their operating system: lately enough for a line of it that is still supported.</summary>
    private static Moment AddedSystemSince { get; } = Moment.OfDate("2024-12-01");

    /// <summary>The groups, new ones included.</summary>
    public RbacGroups Groups { get; }

    /// <summary>
    /// The role of the devices that are added. Of what is generated, they have their operating system only: who adds a device for a test wants to know
    /// all that is on it.
    /// </summary>
    public Role AddedRole { get; }

    /// <summary>The devices that are added, in the order in which they were.</summary>
    public IReadOnlyList<Device> Added { get; }

    /// <summary>A generated device as it is under the overlay.</summary>
    public Device Apply(in Device generated) => _devices.TryGetValue(generated.Key, out var overlay) ? overlay.Apply(generated) : generated;
}

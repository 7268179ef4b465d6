using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Devices;

/// <summary>A device as it is at one moment.</summary>
/// <param name="Ordinal">
/// Its seat in the fleet, 0 to devices - 1. When a device is retired, another one takes the seat. Devices that an overlay adds come after the seats.
/// </param>
/// <param name="Key">Seed of everything that chance decides about this device.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Platform">Its operating system.</param>
/// <param name="PlatformSince">Since when it has had this operating system; not before <paramref name="Joined"/>.</param>
/// <param name="Joined">When it was onboarded.</param>
/// <param name="Group">The RBAC group that it is in.</param>
public readonly record struct Device(
    int Ordinal,
    ulong Key,
    Role Role,
    OsPlatform Platform,
    Moment PlatformSince,
    Moment Joined,
    RbacGroup Group)
{
    /// <summary>What an overlay says about it; null when nothing.</summary>
    internal DeviceOverlay? Overlay { get; init; }
}

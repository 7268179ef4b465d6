using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Hashing;
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
    private readonly string? _platformText;

    /// <summary>Its operating system as rows write it; that of a given device may be one that the emulator does not know.</summary>
    public string PlatformText
    {
        get => _platformText ?? Platform.Text();
        init => _platformText = value;
    }

    /// <summary>The device as it was given; null when it is generated or added by an overlay.</summary>
    internal GivenDevice? Given { get; init; }

    /// <summary>Whether it is onboarded, as all devices with rows are unless a given one says otherwise.</summary>
    public bool IsOnboarded => Given?.IsOnboarded ?? true;

    /// <summary>Whether it was given: what no row says about it is not known.</summary>
    public bool IsGiven => Given is not null;

    /// <summary>
    /// The architecture of its operating system: most Macs and a few Windows 11 devices are <c>arm64</c>, all others <c>x64</c>; null when it was not given.
    /// </summary>
    public string? OsArchitecture => Given is not null ? Given.OsArchitecture : StableHash.Below(StableHash.Mix(Key, 61), 100) < ArmPercent ? "arm64" : "x64";

    /// <summary>Whether an overlay takes it away: snapshots leave it out.</summary>
    public bool IsRemoved => Overlay is { IsRemoved: true };

    /// <summary>What an overlay says about it; null when nothing.</summary>
    internal DeviceOverlay? Overlay { get; init; }

    private int ArmPercent => Platform switch
    {
        OsPlatform.MacOS => 80,
        OsPlatform.Windows11 => 3,
        _ => 0,
    };
}

using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>A device of a given organization.</summary>
internal sealed class GivenDevice
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its operating system, in any words.</summary>
    public required string Platform { get; init; }

    /// <summary>The version of its operating system; null when no row says so.</summary>
    public string? OsVersion { get; init; }

    /// <summary>The architecture of its operating system; null when no row says so.</summary>
    public string? OsArchitecture { get; init; }

    /// <summary>Whether it is onboarded; null when no row says so.</summary>
    public bool? IsOnboarded { get; init; }

    /// <summary>The group that it is in.</summary>
    public required RbacGroup Group { get; init; }

    /// <summary>When it was seen last; null when no row says so.</summary>
    public Moment? LastSeen { get; init; }

    /// <summary>What is installed on it, in row order.</summary>
    public required GivenInstallation[] Installations { get; init; }

    /// <summary>Since when each finding of each installation has been there.</summary>
    public required Moment[] FindingsSeen { get; init; }

    /// <summary>The device as all parts of a tenant know devices.</summary>
    public Device ToDevice(int ordinal, Role role)
    {
        var joined = new Moment(Installations.Min(installation => (int?)installation.FirstSeen.Seconds) ?? 0);
        return new Device(ordinal, StableHash.Of(Id), role, OsPlatformNames.Nearest(Platform), joined, joined, Group)
        {
            Given = this,
            PlatformText = Platform,
        };
    }
}

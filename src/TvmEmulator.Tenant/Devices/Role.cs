using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Devices;

/// <summary>What a device is for; decides its operating systems, its names, its groups and what is installed.</summary>
public sealed class Role
{
    private readonly PlatformShare[] _platforms;
    private readonly NamePatternFile[] _names;

    internal Role(RoleFile file, int index, RoleGroup[] groups)
    {
        Name = file.Role;
        Index = index;
        Groups = groups;
        LifetimeDays = (file.LifetimeDays[0], file.LifetimeDays[1]);
        TailDraws = (file.TailDraws[0], file.TailDraws[1]);
        WithoutDomain = Share.OfPercent(file.WithoutDomain);
        _names = file.Names;
        _platforms = [.. file.Platforms.Select(PlatformShare.Read)];
    }

    /// <summary>A role of devices that are not generated: of any platform, and with nothing that chance installs.</summary>
    internal static Role OfAnyPlatform(string name, int index) => new(
        new RoleFile(
            name,
            Share: 0,
            LifetimeDays: [0, 0],
            TailDraws: [0, 0],
            WithoutDomain: 0,
            Platforms: [.. Enum.GetValues<OsPlatform>().Select(platform => new PlatformFile(platform.Text(), Share: 0))],
            Names: [],
            Groups: []),
        index,
        []);

    /// <summary>Its name, such as <c>workstation</c>.</summary>
    public string Name { get; }

    /// <summary>Place in <see cref="Fleet.Roles"/>.</summary>
    internal int Index { get; }

    internal RoleGroup[] Groups { get; }

    internal (int Least, int Most) LifetimeDays { get; }

    internal (int Least, int Most) TailDraws { get; }

    internal Share WithoutDomain { get; }

    /// <summary>Every platform that a device of this role can have.</summary>
    internal IEnumerable<OsPlatform> Platforms => _platforms.SelectMany(platform => new[] { platform.Os, platform.UpgradeTo ?? platform.Os }).Distinct();

    /// <summary>The operating system at a moment, and since when the device has had it.</summary>
    internal (OsPlatform Os, Moment Since) PlatformAt(Moment moment, Moment joined, ulong hash)
    {
        var total = 0;
        foreach (var platform in _platforms)
            total += platform.Covers(joined) ? platform.Share : 0;

        var draw = StableHash.Below(hash, total);
        foreach (var platform in _platforms)
        {
            if (!platform.Covers(joined) || (draw -= platform.Share) >= 0)
                continue;
            if (platform.UpgradeTo is { } next)
            {
                var upgraded = Moment.Later(joined, platform.UpgradeFrom).Plus(StableHash.Below(hash >> 32, platform.UpgradeSeconds));
                if (upgraded <= moment)
                    return (next, upgraded);
            }

            return (platform.Os, joined);
        }

        throw new InvalidDataException($"Role {Name} has no operating system for a device that joined on {joined}.");
    }

    internal NamePatternFile NamePattern(ulong hash)
    {
        var draw = StableHash.Below(hash, 100);
        foreach (var name in _names)
        {
            if ((draw -= name.Share) < 0)
                return name;
        }

        return _names[^1];
    }

    internal RbacGroup Group(ulong hash)
    {
        var draw = StableHash.Below(hash, 100);
        foreach (var group in Groups)
        {
            if ((draw -= group.Share) < 0)
                return group.Group;
        }

        return Groups[^1].Group;
    }
}

/// <summary>A group that a role's devices are in, with its percentage.</summary>
internal sealed record RoleGroup(int Share, RbacGroup Group);

/// <summary>An operating system of a role, for the devices that joined in a span of time; some are upgraded later.</summary>
internal sealed record PlatformShare(OsPlatform Os, int Share, Moment After, Moment Before, OsPlatform? UpgradeTo, Moment UpgradeFrom, int UpgradeSeconds)
{
    public static PlatformShare Read(PlatformFile file) => new(
        ProductReader.Platform(file.Os),
        file.Share,
        ProductReader.Date(file.JoinedAfter) ?? new Moment(int.MinValue),
        ProductReader.Date(file.JoinedBefore) ?? new Moment(int.MaxValue),
        file.Upgrade is { } upgrade ? ProductReader.Platform(upgrade.To) : null,
        ProductReader.Date(file.Upgrade?.From) ?? default,
        (file.Upgrade?.Days ?? 0) * Moment.Day);

    public bool Covers(Moment joined) => joined >= After && joined < Before;
}

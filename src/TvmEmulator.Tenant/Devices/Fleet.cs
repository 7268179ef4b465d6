using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Devices;

/// <summary>
/// The devices of a tenant. A tenant of n devices has n seats; each is always taken by exactly one device, which is replaced by a new
/// one at the end of its life. So devices come and go, and their number stays what the user asked for.
/// </summary>
public sealed class Fleet
{
    private static readonly Moment FirstDay = Moment.OfDate("2010-01-01");

    private readonly ulong _key;
    private readonly byte[] _roleOfPercent;
    private readonly int _seats;
    private readonly FleetOverlay? _overlay;
    private readonly Device[]? _given;

    internal Fleet(long seed, int seats, WordPools words, IReadOnlyList<RoleFile> roles)
    {
        _seats = seats;
        _key = StableHash.Mix((ulong)seed, StableHash.Of("fleet"));
        Groups = new RbacGroups(seed, words, roles);
        Roles = [.. roles.Select((role, index) => new Role(role, index, Groups.OfRole(role)))];
        Names = new DeviceNames(words);
        _roleOfPercent = [.. roles.SelectMany((role, index) => Enumerable.Repeat((byte)index, role.Share))];
        if (_roleOfPercent.Length != 100)
            throw new InvalidDataException("The shares of the catalog's roles must add up to 100.");
    }

    /// <summary>The devices of a given organization: each has its seat for good.</summary>
    internal Fleet(GivenOrganization given, WordPools words)
    {
        _seats = given.Devices.Count;
        _roleOfPercent = [];
        Groups = new RbacGroups(given.Groups);
        Roles = [Role.OfAnyPlatform("given", 0)];
        Names = new DeviceNames(words);
        _given = [.. given.Devices.Select((device, ordinal) => device.ToDevice(ordinal, Roles[0]))];
    }

    /// <summary>The same devices under an overlay.</summary>
    internal Fleet(Fleet generated, FleetOverlay overlay)
    {
        _key = generated._key;
        _roleOfPercent = generated._roleOfPercent;
        _seats = generated._seats;
        _given = generated._given;
        _overlay = overlay;
        Groups = overlay.Groups;
        Roles = [.. generated.Roles, overlay.AddedRole];
        Names = generated.Names;
    }

    /// <summary>What devices are for.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>The RBAC groups.</summary>
    public RbacGroups Groups { get; }

    /// <summary>Ids and names of devices.</summary>
    public DeviceNames Names { get; }

    /// <summary>How many ordinals there are: one for each seat, and one for each device that an overlay adds.</summary>
    public int Ordinals => _seats + (_overlay?.Added.Count ?? 0);

    /// <summary>The device that takes a seat at a moment. It may be one that an overlay removes: snapshots leave it out.</summary>
    /// <param name="ordinal">0 to <see cref="Ordinals"/> - 1.</param>
    /// <param name="moment">A moment from <see cref="SnapshotMark.Earliest"/> on.</param>
    public Device DeviceAt(int ordinal, Moment moment)
    {
        if (_overlay is null)
            return BaseAt(ordinal, moment);
        return ordinal < _seats ? _overlay.Apply(BaseAt(ordinal, moment)) : _overlay.Added[ordinal - _seats];
    }

    private Device BaseAt(int ordinal, Moment moment) => _given is null ? GeneratedAt(ordinal, moment) : _given[ordinal];

    private Device GeneratedAt(int ordinal, Moment moment)
    {
        var seat = StableHash.Mix(_key, (ulong)ordinal);
        var role = Roles[_roleOfPercent[StableHash.Below(seat, 100)]];

        var hash = StableHash.Mix(seat);
        var lifetime = (role.LifetimeDays.Least + StableHash.Below(hash, role.LifetimeDays.Most - role.LifetimeDays.Least + 1)) * Moment.Day;
        var offset = StableHash.Below(hash >> 32, lifetime);
        var generation = (moment.Seconds - FirstDay.Seconds + (long)offset) / lifetime;
        var joined = FirstDay.Plus((int)(generation * lifetime - offset));

        var key = StableHash.Mix(seat, (ulong)generation);
        var (platform, since) = role.PlatformAt(DeviceReport.At(key, joined, moment), joined, StableHash.Mix(key, 1));
        return new Device(ordinal, key, role, platform, since, joined, GroupAt(moment, role, key, joined, lifetime));
    }

    /// <summary>About one device in thirty moves to another group at some time of its life.</summary>
    private static RbacGroup GroupAt(Moment moment, Role role, ulong key, Moment joined, int lifetime)
    {
        var hash = StableHash.Mix(key, 2);
        var move = StableHash.Mix(hash);
        var moved = StableHash.Below(move, 30) == 0 && joined.Plus(StableHash.Below(move >> 32, lifetime)) <= moment;
        return role.Group(moved ? StableHash.Mix(move, 3) : hash);
    }
}

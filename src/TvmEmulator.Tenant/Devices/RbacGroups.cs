using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.Devices;

/// <summary>The RBAC groups of a tenant: named after the roles and places of the catalog, numbered from the seed, with gaps as in life.</summary>
public sealed class RbacGroups
{
    private readonly Dictionary<RoleFile, RoleGroup[]> _ofRole;

    internal RbacGroups(long seed, WordPools words, IReadOnlyList<RoleFile> roles)
    {
        var all = new List<RbacGroup> { RbacGroup.Unassigned };
        var city = 0;
        _ofRole = [];
        foreach (var role in roles)
        {
            _ofRole[role] = [.. role.Groups.Select(file => new RoleGroup(file.Share, file.Name is null ? RbacGroup.Unassigned : Add(file.Name)))];
        }

        All = all;

        RbacGroup Add(string pattern)
        {
            var gap = 1 + StableHash.Below(StableHash.Mix((ulong)seed, (ulong)all.Count + 501), 7);
            var name = pattern.Contains("{city}", StringComparison.Ordinal)
                ? pattern.Replace("{city}", words.Cities[city++ % words.Cities.Count], StringComparison.Ordinal)
                : pattern;
            var group = new RbacGroup(all[^1].Id + gap, name);
            all.Add(group);
            return group;
        }
    }

    /// <summary>Given groups, ascending by id.</summary>
    internal RbacGroups(IReadOnlyList<RbacGroup> given)
    {
        All = given;
        _ofRole = [];
    }

    /// <summary>The groups of a tenant and some more, numbered after the last one.</summary>
    internal RbacGroups(RbacGroups generated, IReadOnlyList<string> more)
    {
        var last = generated.All[^1].Id;
        All = [.. generated.All, .. more.Select((name, i) => new RbacGroup(last + 1 + i, name))];
        _ofRole = generated._ofRole;
    }

    /// <summary>Every group, ascending by id; the first is that of the devices that are in none.</summary>
    public IReadOnlyList<RbacGroup> All { get; }

    internal RoleGroup[] OfRole(RoleFile role) => _ofRole[role];
}

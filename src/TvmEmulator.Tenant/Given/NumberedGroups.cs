using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Given;

/// <summary>The groups of an organization.</summary>
internal sealed class NumberedGroups(RbacGroup[] all)
{
    private readonly Dictionary<int, RbacGroup> _byId = all.ToDictionary(group => group.Id);
    private readonly Dictionary<string, RbacGroup> _byName = all.ToDictionary(group => group.Name, StringComparer.Ordinal);

    /// <summary>All of them, ascending by id.</summary>
    public RbacGroup[] All { get; } = all;

    /// <summary>The group of a device.</summary>
    public RbacGroup Of(int? id, string? name) =>
        id is { } number && _byId.TryGetValue(number, out var group) ? group
        : name is not null && _byName.TryGetValue(name, out group) ? group
        : All[0];
}

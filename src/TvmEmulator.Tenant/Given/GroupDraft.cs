using System.Globalization;
using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Given;

/// <summary>The RBAC groups of the rows. Some rows have the name of a group only, and get the number that others give it.</summary>
internal sealed class GroupDraft
{
    private readonly SortedDictionary<int, string> _names = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _withoutName = [];
    private readonly SortedSet<string> _withoutId = new(StringComparer.Ordinal);

    /// <summary>Takes in what a row says.</summary>
    /// <returns>What is wrong with it, with the name of its column; null when nothing is.</returns>
    public (string Column, string Problem)? Add(int? id, string? name)
    {
        if (id is not { } number)
        {
            _withoutId.Add(name!);
            return null;
        }

        if (name is null)
            _withoutName.Add(number);
        if (name is null || (_names.TryGetValue(number, out var known) && known == name))
            return null;
        if (!_names.TryAdd(number, name))
            return ("rbacGroupName", $"group {number} is called '{known}' in an earlier row, not '{name}'");
        return _ids.TryAdd(name, number) ? null : ("rbacGroupId", $"group '{name}' has the number {_ids[name]} in an earlier row, not {number}");
    }

    /// <summary>Gives a number and a name to every group.</summary>
    public NumberedGroups Number()
    {
        Name(0, RbacGroup.Unassigned.Name);
        foreach (var id in _withoutName)
            Name(id, id.ToString(CultureInfo.InvariantCulture));
        foreach (var name in _withoutId.Where(name => !_ids.ContainsKey(name)).ToList())
        {
            var id = _names.Keys.Last() + 1;
            _ids.Add(name, id);
            _names.Add(id, name);
        }

        return new NumberedGroups([.. _names.Select(group => new RbacGroup(group.Key, group.Value))]);
    }

    /// <summary>Names a group that no row names; no two have one name.</summary>
    private void Name(int id, string name)
    {
        if (_names.ContainsKey(id))
            return;
        while (!_ids.TryAdd(name, id))
            name += " ";
        _names.Add(id, name);
    }
}

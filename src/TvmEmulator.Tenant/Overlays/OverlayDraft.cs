using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>An overlay in the making: the one before, with some changes made.</summary>
internal sealed class OverlayDraft(Overlay before, RbacGroups groups)
{
    private readonly OrderedDictionary<ulong, EditedDevice> _devices = new(before.Devices);
    private readonly OrderedDictionary<string, CveChange> _cves = new(before.Cves, StringComparer.Ordinal);
    private readonly List<string> _newGroups = [.. before.NewGroups];
    private readonly Dictionary<string, string> _groupNames = groups.All
        .Select(group => group.Name)
        .Concat(before.NewGroups)
        // A given organization may have groups that differ in letter case only.
        .DistinctBy(name => name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>How much the overlay says.</summary>
    public int Entries =>
        _newGroups.Count
        + _devices.Values.Sum(device => device.Entries)
        + _cves.Values.Sum(cve => Math.Max(1, cve.Affects?.Sum(software => Math.Max(1, software.Versions?.Count ?? 0)) ?? 0));

    /// <summary>What is said about a device so far; null when nothing is.</summary>
    public EditedDevice? Find(ulong key) => _devices.GetValueOrDefault(key);

    /// <summary>Says something about a device, in place of what was said before.</summary>
    public void Set(EditedDevice device)
    {
        if (device.Entries == 0)
            _devices.Remove(device.Key);
        else
            _devices[device.Key] = device;
    }

    /// <summary>Forgets a device.</summary>
    public void Drop(ulong key) => _devices.Remove(key);

    /// <summary>Says something about a CVE, in place of what was said before.</summary>
    public void Set(CveChange cve) => _cves[cve.Id] = cve;

    /// <summary>The group with a name in any letter case, as it is written; made when there is none.</summary>
    public string GroupNamed(string name)
    {
        if (_groupNames.TryAdd(name, name))
            _newGroups.Add(name);
        return _groupNames[name];
    }

    /// <summary>The overlay.</summary>
    public Overlay ToOverlay() => new(_devices, _cves, _newGroups);
}

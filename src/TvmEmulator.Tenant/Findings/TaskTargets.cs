using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Findings;

/// <summary>The devices that were to follow a recommendation when a task was made of it. Seats and places change hands, so devices are told by their keys.</summary>
internal sealed class TaskTargets
{
    private readonly ulong[] _keys;

    /// <param name="devices">The devices, each with the group that it was in.</param>
    public TaskTargets(IReadOnlyCollection<(ulong Key, RbacGroup Group)> devices)
    {
        _keys = [.. devices.Select(device => device.Key).Order()];
        GroupNames = [.. devices.Select(device => device.Group).Distinct().OrderBy(group => group.Id).Select(group => group.Name)];
    }

    /// <summary>How many there were.</summary>
    public int Count => _keys.Length;

    /// <summary>The groups that they were in, by id.</summary>
    public IReadOnlyList<string> GroupNames { get; }

    /// <summary>Whether a device of a later time was among them.</summary>
    public bool Contains(in Device device) => Array.BinarySearch(_keys, device.Key) >= 0;
}

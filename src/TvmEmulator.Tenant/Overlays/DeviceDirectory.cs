using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>The devices that changes speak of, by id and by name in any letter case.</summary>
internal sealed class DeviceDirectory
{
    private readonly Dictionary<string, KnownDevice> _devices = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks through all devices of a tenant at a mark for those with one of the texts as id or name. Removed ones are found as well.</summary>
    public DeviceDirectory(Tenant tenant, SnapshotMark mark, IReadOnlySet<string> texts)
    {
        var fleet = tenant.Fleet;
        for (var ordinal = 0; ordinal < fleet.Ordinals && texts.Count > 0; ordinal++)
        {
            var device = fleet.DeviceAt(ordinal, mark.At);
            var (id, name) = (DeviceNames.IdOf(device), fleet.Names.NameOf(device));
            if (texts.Contains(id) || texts.Contains(name))
                Add(new KnownDevice(device.Key, id, name, device.Role, device.Joined));
        }
    }

    /// <summary>The device with an id or a name; null when there is none.</summary>
    public KnownDevice? Find(string idOrName) => _devices.GetValueOrDefault(idOrName);

    /// <summary>Takes in a device.</summary>
    public void Add(KnownDevice device)
    {
        _devices[device.Id] = device;
        _devices[device.Name] = device;
    }

    /// <summary>Takes out a device.</summary>
    public void Remove(KnownDevice device)
    {
        _devices.Remove(device.Id);
        _devices.Remove(device.Name);
    }
}

/// <summary>A device as changes find it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="Role">Its role, which decides what platforms it can have; null when any will do.</param>
/// <param name="Joined">When it joined.</param>
internal sealed record KnownDevice(ulong Key, string Id, string Name, Role? Role, Moment Joined);

using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Hardware;

/// <summary>What a device is built of, and which firmware it has.</summary>
public static class HardwareRules
{
    private static readonly HashSet<string> Roles = [.. new[] { "workstation", "developer", "server", "kiosk", "mac", "linux" }];

    /// <summary>Adds the rows of a device: hardware, processor, firmware.</summary>
    public static void Find(in Device device, Moment moment, ICollection<HardwareRow> rows)
    {
        var hash = StableHash.Mix(device.Key, 62);
        var model = ModelOf(device, hash);
        var processor = model.Processors[StableHash.Below(StableHash.Mix(hash, 1), model.Processors.Count)];
        var revision = StableHash.Below(StableHash.Mix(hash, 2), 5);
        var arrived = Moment.Later(device.Joined, model.Firmware.Start);
        var release = arrived > moment ? 0 : CurrentRelease.Of(model.Firmware, arrived, hash, PatchLag.DisciplineOf(device), moment).Release;
        foreach (var component in Enum.GetValues<HardwareComponent>())
            rows.Add(new HardwareRow(component, model, processor, release, revision));
    }

    /// <summary>One of the models that existed when the device joined; the oldest one that fits where none did.</summary>
    private static HardwareModel ModelOf(in Device device, ulong hash)
    {
        var isGenerated = Roles.Contains(device.Role.Name) && device.Role.Platforms.Contains(device.Platform);
        var role = isGenerated ? device.Role.Name : UsualRoleOf(device.Platform);
        var named = isGenerated ? DeviceNames.HardwareOf(device) : null;
        var architecture = device.OsArchitecture;
        var isInCloud = DeviceManagement.IsInCloud(device);
        HardwareModel? oldest = null;
        HardwareModel? chosen = null;
        var best = 0UL;
        foreach (var model in HardwareModel.All)
        {
            if (!model.IsFor(role, architecture, isInCloud, named) || !model.OnlyFor.Takes(device.Key))
                continue;
            if (oldest is null || model.Firmware.Start < oldest.Firmware.Start)
                oldest = model;
            // The highest draw wins: a new model takes devices from the others and moves nobody between them.
            var draw = StableHash.Mix(hash, model.Key);
            if (model.Firmware.Start <= device.Joined && (chosen is null || draw > best))
                (chosen, best) = (model, draw);
        }

        return chosen ?? oldest ?? throw new InvalidDataException($"The catalog has no {architecture} hardware for a {role} with the key {device.Key:x16}.");
    }

    /// <summary>Devices that an overlay adds have no role of the catalog, and those that it gives another system are no longer what their role says.</summary>
    private static string UsualRoleOf(OsPlatform platform) => platform switch
    {
        OsPlatform.MacOS => "mac",
        OsPlatform.Linux => "linux",
        OsPlatform.Windows10 or OsPlatform.Windows11 => "workstation",
        _ => "server",
    };
}

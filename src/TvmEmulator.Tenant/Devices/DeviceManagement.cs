using System.Globalization;
using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.Devices;

/// <summary>
/// What an organization says about its devices: directory, management, value, tags, cloud. It follows from role and platform, and holds for a device's life.
/// Rows of a given organization say nothing of it, so nothing is known of a given device.
/// </summary>
public static class DeviceManagement
{
    /// <summary>Its id in the directory; null when it has not joined.</summary>
    public static Guid? DirectoryIdOf(in Device device)
    {
        var percent = device.Platform.Family() switch
        {
            PlatformFamily.Linux => 0,
            PlatformFamily.MacOS => 60,
            _ => IsServer(device) ? 15 : 88,
        };
        return Draws(device, 80, percent) ? StableGuid.Of(StableHash.Mix(device.Key, 81)) : null;
    }

    /// <summary>What manages it.</summary>
    public static ManagementSource SourceOf(in Device device)
    {
        var draw = StableHash.Below(StableHash.Mix(device.Key, 82), 100);
        if (draw < 3 || device.IsGiven)
            return ManagementSource.Unknown;
        if (device.Platform.Family() == PlatformFamily.Linux)
            return ManagementSource.MicrosoftDefenderForEndpoint;
        if (IsServer(device))
            return draw < 60 ? ManagementSource.SystemCenterConfigurationManager : ManagementSource.MicrosoftDefenderForEndpoint;
        return draw < 75 ? ManagementSource.Intune : ManagementSource.MicrosoftDefenderForEndpoint;
    }

    /// <summary>How that goes.</summary>
    public static ManagementStatus StatusOf(in Device device)
    {
        if (SourceOf(device) == ManagementSource.Unknown)
            return ManagementStatus.Unknown;
        return Draws(device, 83, 4) ? ManagementStatus.Error : ManagementStatus.Success;
    }

    /// <summary>What it means to the organization.</summary>
    public static DeviceValue ValueOf(in Device device) => device.Role.Name switch
    {
        "server" when Draws(device, 84, 40) => DeviceValue.High,
        "kiosk" when Draws(device, 84, 30) => DeviceValue.Low,
        "workstation" when Draws(device, 84, 2) => DeviceValue.High,
        _ => DeviceValue.Normal,
    };

    /// <summary>Its tags; none on most devices.</summary>
    public static IReadOnlyList<string> TagsOf(in Device device)
    {
        if (device.IsGiven)
            return [];

        var tags = new List<string>();
        if (device.Role.Name is "server" or "linux")
            tags.Add(Draws(device, 85, 70) ? "production" : "staging");
        if (device.Role.Name is "kiosk")
            tags.Add("public area");
        if (!IsServer(device) && Draws(device, 86, 6))
            tags.Add("pilot ring");
        if (ValueOf(device) == DeviceValue.High)
            tags.Add("business critical");
        return tags;
    }

    /// <summary>Whether it is a virtual machine of a cloud.</summary>
    internal static bool IsInCloud(in Device device) => IsServer(device) && Draws(device, 87, 35);

    /// <summary>Where it runs in a cloud, as a third of the servers do; null elsewhere.</summary>
    /// <param name="device">The device.</param>
    /// <param name="name">Its name, with or without domain.</param>
    public static CloudInstance? CloudInstanceOf(in Device device, string name)
    {
        if (!IsInCloud(device))
            return null;

        // Whoever has the same role in the same group runs in the same subscription.
        var subscription = StableGuid.Of(StableHash.Mix(StableHash.Of(device.Role.Name), (ulong)device.Group.Id));
        var resource = string.Create(
            CultureInfo.InvariantCulture,
            $"/subscriptions/{subscription}/resourceGroups/rg-{device.Role.Name}/providers/Microsoft.Compute/virtualMachines/{name.Split('.')[0]}");
        return new CloudInstance(StableGuid.Of(StableHash.Mix(device.Key, 88)).ToString(), "Azure", resource, subscription.ToString());
    }

    private static bool IsServer(in Device device) => device.Platform is not (OsPlatform.Windows10 or OsPlatform.Windows11 or OsPlatform.MacOS);

    private static bool Draws(in Device device, ulong purpose, int percent) => !device.IsGiven && StableHash.Below(StableHash.Mix(device.Key, purpose), 100) < percent;
}

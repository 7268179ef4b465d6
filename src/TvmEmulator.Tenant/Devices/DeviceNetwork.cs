using System.Globalization;
using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.Devices;

/// <summary>Where a device is in the network. Public addresses are those that are kept for documents (RFC 5737, RFC 3849), so they are nobody's.</summary>
public static class DeviceNetwork
{
    private const int Sites = 12;

    /// <summary>The address within the organization.</summary>
    public static string AddressOf(in Device device)
    {
        var hash = StableHash.Mix(device.Key, 70);
        return string.Create(CultureInfo.InvariantCulture, $"10.{16 + SiteOf(device)}.{(byte)(hash >> 8)}.{1 + StableHash.Below(hash >> 16, 254)}");
    }

    /// <summary>The address that the rest of the world sees: that of the site, or of wherever a device of one's own is just now.</summary>
    public static string ExternalAddressOf(in Device device)
    {
        var hash = StableHash.Mix(device.Key, 71);
        return StableHash.Below(hash, 10) switch
        {
            < 7 => string.Create(CultureInfo.InvariantCulture, $"198.51.100.{10 + SiteOf(device)}"),
            < 9 => string.Create(CultureInfo.InvariantCulture, $"203.0.113.{1 + StableHash.Below(hash >> 32, 254)}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"2001:db8:{1 + SiteOf(device):x}::{1 + StableHash.Below(hash >> 32, 0xFFFE):x}"),
        };
    }

    /// <summary>Its adapters: a cable, and wireless where people carry it around. One of them has <see cref="AddressOf"/>.</summary>
    public static IReadOnlyList<NetworkAdapter> AdaptersOf(in Device device)
    {
        var address = AddressOf(device);
        var hash = StableHash.Mix(device.Key, 72);
        if (device.Role.Name is not ("workstation" or "developer" or "mac") || StableHash.Below(hash, 3) == 0)
            return [new NetworkAdapter(address, MacOf(hash, 1), "Ethernet", "Up")];

        var isWireless = StableHash.Below(hash >> 32, 2) == 0;
        return
        [
            new NetworkAdapter(isWireless ? null : address, MacOf(hash, 1), "Ethernet", isWireless ? "Down" : "Up"),
            new NetworkAdapter(isWireless ? address : null, MacOf(hash, 2), "IEEE80211", isWireless ? "Up" : "Down"),
        ];
    }

    /// <summary>By the hash that chooses the site in the device's name.</summary>
    private static int SiteOf(in Device device) => StableHash.Below(StableHash.Mix(device.Key, 51), Sites);

    private static string MacOf(ulong hash, ulong adapter) => string.Create(CultureInfo.InvariantCulture, $"02{StableHash.Mix(hash, adapter) >> 24:X10}");
}

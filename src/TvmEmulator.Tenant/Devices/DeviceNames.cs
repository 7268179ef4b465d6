using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Devices;

/// <summary>The texts that name a device. They are made when they are asked for and kept nowhere.</summary>
public sealed class DeviceNames
{
    // 36^7 names of seven letters and digits, visited in a scattered order: the factor shares no divisor with it.
    private const long Codes = 78_364_164_096, Scatter = 29_498_235_431;
    private const string CodeDigits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly WordPools _words;

    internal DeviceNames(WordPools words) => _words = words;

    /// <summary>One word, the organization's part of host names.</summary>
    internal string Organization => _words.Organization;

    /// <summary>The service's device id: 40 hexadecimal digits in lower case.</summary>
    public static string IdOf(in Device device) => device.Overlay?.Id ?? device.Given?.Id ?? IdOf(device.Key);

    /// <summary>
    /// The host name with its domain, unique within the tenant; some devices are in no domain, their names have no dot.
    /// </summary>
    public string NameOf(in Device device) => device.Overlay?.Name ?? device.Given?.Name ?? GeneratedNameOf(device);

    /// <summary>The account name of the person who mostly uses the device; stands in paths below the user's folder.</summary>
    public string UserOf(in Device device) =>
        _words.Initials[StableHash.Below(StableHash.Mix(device.Key, 53), _words.Initials.Count)] + Surname(device);

    /// <summary>The id that follows from a device's key.</summary>
    internal static string IdOf(ulong key)
    {
        var a = StableHash.Mix(key, 40);
        var b = StableHash.Mix(key, 41);
        var c = (uint)StableHash.Mix(key, 42);
        return string.Create(CultureInfo.InvariantCulture, $"{a:x16}{b:x16}{c:x8}");
    }

    /// <summary>What the name of a generated device says about its hardware; null when nothing.</summary>
    internal static string? HardwareOf(in Device device) => device.Role.NamePattern(NameHash(device)).Hardware;

    private static ulong NameHash(in Device device) => StableHash.Mix(device.Key, 50);

    private string GeneratedNameOf(in Device device)
    {
        var hash = NameHash(device);
        var host = device.Role.NamePattern(hash).Pattern
            .Replace("{code}", Code(device), StringComparison.Ordinal)
            .Replace("{number}", (device.Ordinal + 1).ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{surname}", Surname(device), StringComparison.Ordinal);
        if (device.Role.WithoutDomain.Takes(hash >> 32))
            return host;

        var city = _words.Cities[StableHash.Below(StableHash.Mix(device.Key, 51), _words.Cities.Count)];
        var site = city.Replace("'", "", StringComparison.Ordinal)[..3].ToLowerInvariant();
        return $"{host}.{site}.{_words.Organization}.example";
    }

    private string Surname(in Device device) => _words.Surnames[StableHash.Below(StableHash.Mix(device.Key, 52), _words.Surnames.Count)];

    /// <summary>Unique: seat and year of joining are scattered by a bijection.</summary>
    private static string Code(in Device device)
    {
        var place = ((long)device.Ordinal << 6) | (uint)(device.Joined.Seconds / (366 * Moment.Day) & 63);
        return string.Create(7, (long)((Int128)place * Scatter % Codes), static (text, value) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, value /= 36)
                text[i] = CodeDigits[(int)(value % 36)];
        });
    }
}

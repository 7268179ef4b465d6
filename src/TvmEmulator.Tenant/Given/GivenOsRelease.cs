using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Given;

/// <summary>Reads which version of its operating system a given device has, in the form that the service shows it.</summary>
internal static class GivenOsRelease
{
    // Clients and servers of one build have one name.
    private static readonly Dictionary<long, string> FeatureUpdates = new()
    {
        [10240] = "1507",
        [10586] = "1511",
        [14393] = "1607",
        [15063] = "1703",
        [16299] = "1709",
        [17134] = "1803",
        [17763] = "1809",
        [18362] = "1903",
        [18363] = "1909",
        [19041] = "2004",
        [19042] = "20H2",
        [19043] = "21H1",
        [19044] = "21H2",
        [19045] = "22H2",
        [20348] = "21H2",
        [22000] = "21H2",
        [22621] = "22H2",
        [22631] = "23H2",
        [25398] = "23H2",
        [26100] = "24H2",
        [26200] = "25H2",
    };

    private static readonly HashSet<string> WindowsBeforeTheCatalog = new(StringComparer.OrdinalIgnoreCase) { "windows_7", "windows_8", "windows_8.1" };

    /// <summary>As the <c>osVersion</c> of the device's rows says it; null when no row does, or not in a known form.</summary>
    public static OsRelease? Of(in Device device) => device.Given?.OsVersion is { } version ? Of(version, device.Platform.Family()) : null;

    /// <summary>As an installed version of an operating system says it.</summary>
    public static OsRelease? Of(Product product, string version) => Of(version, product.Vendor switch
    {
        "microsoft" => PlatformFamily.Windows,
        "apple" => PlatformFamily.MacOS,
        _ => PlatformFamily.Linux,
    });

    /// <summary>Whether a product that the catalog does not have is an operating system: those of the past are.</summary>
    public static bool IsOperatingSystem(string vendor, string name) =>
        vendor.Equals("microsoft", StringComparison.OrdinalIgnoreCase)
        && (WindowsBeforeTheCatalog.Contains(name) || name.StartsWith("windows_server_20", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads <c>10.0.22631.3593</c>, <c>14.5</c> or <c>ubuntu_linux_22.04.4</c>.</summary>
    private static OsRelease? Of(string version, PlatformFamily family)
    {
        var parts = version[(version.LastIndexOf('_') + 1)..].Split('.');
        return family switch
        {
            PlatformFamily.Windows => parts is [_, _, var third, ..] && Number(third) is { } build ? new OsRelease(FeatureUpdates.GetValueOrDefault(build), build) : null,
            PlatformFamily.MacOS => LineOf(parts, 1),
            _ => LineOf(parts, 2),
        };
    }

    private static OsRelease? LineOf(string[] parts, int most)
    {
        var line = string.Join('.', parts.Take(most).TakeWhile(part => Number(part) is not null));
        return line.Length > 0 ? new OsRelease(line, Build: null) : null;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

namespace TvmEmulator.Tenants.Devices;

/// <summary>The operating systems that the service tells apart in <c>osPlatform</c>.</summary>
public enum OsPlatform
{
    /// <summary>Windows 10.</summary>
    Windows10,

    /// <summary>Windows 11.</summary>
    Windows11,

    /// <summary>Windows Server 2016.</summary>
    WindowsServer2016,

    /// <summary>Windows Server 2019.</summary>
    WindowsServer2019,

    /// <summary>Windows Server 2022.</summary>
    WindowsServer2022,

    /// <summary>Windows Server 2025.</summary>
    WindowsServer2025,

    /// <summary>Any macOS; written <c>macOS</c>.</summary>
    MacOS,

    /// <summary>Any Linux distribution.</summary>
    Linux,
}

/// <summary>What platforms have in common: where evidence lies and which products exist.</summary>
public enum PlatformFamily
{
    /// <summary>Windows clients and servers.</summary>
    Windows,

    /// <summary>Macs.</summary>
    MacOS,

    /// <summary>Linux servers and desktops.</summary>
    Linux,
}

/// <summary>Texts of <see cref="OsPlatform"/>.</summary>
public static class OsPlatformNames
{
    /// <summary>As the service writes it in <c>osPlatform</c>.</summary>
    public static string Text(this OsPlatform platform) => platform == OsPlatform.MacOS ? "macOS" : platform.ToString();

    /// <summary>All of them, for a message.</summary>
    public static string AllTexts { get; } = string.Join(", ", Enum.GetValues<OsPlatform>().Select(Text));

    /// <summary>The platform of a text in any letter case; null when there is none.</summary>
    public static OsPlatform? Find(string text)
    {
        foreach (var platform in Enum.GetValues<OsPlatform>())
        {
            if (platform.Text().Equals(text, StringComparison.OrdinalIgnoreCase))
                return platform;
        }

        return null;
    }

    /// <summary>The platform that is most like one of any text, so that there is an answer where only the known ones are told apart.</summary>
    public static OsPlatform Nearest(string text) =>
        Find(text)
        ?? (text.Contains("mac", StringComparison.OrdinalIgnoreCase) || text.StartsWith("iOS", StringComparison.OrdinalIgnoreCase) ? OsPlatform.MacOS
            : text.Contains("server", StringComparison.OrdinalIgnoreCase) ? OsPlatform.WindowsServer2016
            : text.StartsWith("Windows", StringComparison.OrdinalIgnoreCase) ? OsPlatform.Windows10
            : OsPlatform.Linux);

    /// <summary>The family of a platform.</summary>
    public static PlatformFamily Family(this OsPlatform platform) => platform switch
    {
        OsPlatform.MacOS => PlatformFamily.MacOS,
        OsPlatform.Linux => PlatformFamily.Linux,
        _ => PlatformFamily.Windows,
    };
}

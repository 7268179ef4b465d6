namespace TvmEmulator.Tenants.Overlays;

/// <summary>What bounds the memory that an overlay takes, and the length of the rows that show it.</summary>
public static class OverlayLimits
{
    /// <summary>The most things that an overlay says, with all changes before: one for each device, group, version of a device, and version of a CVE.</summary>
    public const int MostEntries = 10_000;

    /// <summary>The most versions that are added to one device.</summary>
    public const int MostAddedPerDevice = 80;

    /// <summary>The longest text.</summary>
    public const int MostCharacters = 512;

    /// <summary>The most disk paths, and the most registry paths, of one installation.</summary>
    public const int MostPaths = 16;

    /// <summary>The most characters of all paths of one installation together, with their placeholders filled in.</summary>
    public const int MostPathCharacters = 2_000;

    /// <summary>The longest CVE id.</summary>
    public const int MostCveIdCharacters = 40;
}

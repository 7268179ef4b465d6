namespace TvmEmulator.TenantData;

/// <summary>The assessments that files can hold, found from their columns.</summary>
internal sealed record RowKind(string Name, bool IsRead, IReadOnlyList<string> Marks)
{
    /// <summary>The software inventory.</summary>
    public static RowKind Inventory { get; } = new("software inventory", true, ["softwareName", "numberOfWeaknesses"]);

    /// <summary>The software vulnerabilities.</summary>
    public static RowKind Vulnerabilities { get; } = new("software vulnerabilities", true, ["softwareName", "exploitabilityLevel"]);

    /// <summary>All of them; a file is of the first one all of whose marks are among its columns.</summary>
    public static IReadOnlyList<RowKind> All { get; } =
    [
        Inventory,
        Vulnerabilities,
        new("security baselines", false, ["profileId", "configurationId"]),
        new("secure configuration", false, ["configurationId", "configurationName"]),
        new("browser extensions", false, ["browserName", "extensionId"]),
        new("certificates", false, ["thumbprint"]),
        new("hardware and firmware", false, ["componentType", "componentName"]),
        new("information gathering", false, ["deviceGatheredInfo"]),
        new("software without a product code", false, ["softwareName", "softwareLastSeenTimestamp"]),
    ];

    /// <summary>The kind of a row with some columns; null when it is none.</summary>
    public static RowKind? Of(IEnumerable<string> columns)
    {
        var names = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("deviceId") ? All.FirstOrDefault(kind => kind.Marks.All(names.Contains)) : null;
    }
}

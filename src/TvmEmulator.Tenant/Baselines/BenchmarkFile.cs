namespace TvmEmulator.Tenants.Baselines;

/// <summary>A benchmark as the catalog writes it: its settings, and the profiles that the organization made of them.</summary>
internal sealed record BenchmarkFile(string Benchmark, string Version, BaselineProfileFile[] Profiles, BaselineSettingFile[] Settings);

/// <summary>A profile as the catalog writes it.</summary>
internal sealed record BaselineProfileFile(
    string Id,
    string Name,
    string Description,
    string OperatingSystem,
    string OperatingSystemVersion,
    string ComplianceLevel,
    string[] OperatingSystems,
    string CreatedOn,
    string CreatedBy);

/// <summary>A setting as the catalog writes it: with a share of devices that comply, or with the secure configuration that is about the same.</summary>
internal sealed record BaselineSettingFile
{
    public required string Id { get; init; }
    public required string Category { get; init; }
    public required string Name { get; init; }
    public required string Cce { get; init; }
    public required string[] ComplianceLevels { get; init; }
    public required string Source { get; init; }
    public required BaselineRule Rule { get; init; }
    public required string[] CompliantValues { get; init; }
    public required string[] OtherValues { get; init; }
    public decimal? Share { get; set; }
    public decimal? Applicable { get; set; }
    public string? SecureConfiguration { get; set; }
    public required string Rationale { get; init; }
    public required string Remediation { get; init; }
}

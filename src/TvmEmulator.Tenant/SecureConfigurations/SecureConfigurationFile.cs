namespace TvmEmulator.Tenants.SecureConfigurations;

/// <summary>A secure configuration as the catalog writes it.</summary>
internal sealed record SecureConfigurationFile
{
    public required int Id { get; init; }
    public required string Category { get; init; }
    public required string Subcategory { get; init; }
    public required int Impact { get; init; }
    public required string Name { get; init; }
    public required string Component { get; init; }
    public required string[] OperatingSystems { get; init; }
    public required string Since { get; init; }
    public required decimal Compliant { get; init; }
    public decimal? CompliantServers { get; set; }
    public decimal? Applicable { get; set; }
    public bool HasUserImpact { get; set; }
    public required string Description { get; init; }
    public required string Remediation { get; init; }
}

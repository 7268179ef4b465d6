using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.NonCpeSoftware;

/// <summary>Software without a CPE as the catalog writes it; <c>installs</c> and <c>track</c> are those of a product.</summary>
internal sealed record NonCpeProductFile
{
    public required string Vendor { get; init; }
    public required string Name { get; init; }
    public required string[] OperatingSystems { get; init; }
    public required Dictionary<string, decimal> Installs { get; init; }
    public required TrackFile Track { get; init; }
    public string? Registry { get; set; }
}

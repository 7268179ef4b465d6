using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>A browser extension as the catalog writes it.</summary>
internal sealed record BrowserExtensionFile
{
    public required string Id { get; init; }
    public required string GeckoId { get; init; }
    public required string Name { get; init; }
    public required string Vendor { get; init; }
    public required string Description { get; init; }
    public required string[] Browsers { get; init; }
    public required decimal Share { get; init; }
    public required TrackFile Track { get; init; }
    public required string[] Permissions { get; init; }
    public string[] Optional { get; set; } = [];
}

namespace TvmEmulator.Entities.Software;

/// <summary>A version of a product, with how many devices have it and how many CVEs affect it.</summary>
internal sealed record DistributionRow(string Version, int Installations, int Vulnerabilities);

namespace TvmEmulator.Tenants.Given;

/// <summary>A CVE that affects a release, and what fixes it there.</summary>
internal sealed record GivenFinding(string Cve, GivenUpdate? Update);

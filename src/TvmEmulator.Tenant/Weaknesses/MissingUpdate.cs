namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>An update that an installed release is without.</summary>
/// <param name="Update">The update.</param>
/// <param name="Cves">How many CVEs of the release it is the first to fix.</param>
public readonly record struct MissingUpdate(SecurityUpdate Update, int Cves);

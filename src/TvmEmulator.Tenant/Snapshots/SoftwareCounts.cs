namespace TvmEmulator.Tenants.Snapshots;

/// <summary>What <c>/api/Software</c> says about a product, beside what it is.</summary>
/// <param name="InstalledMachines">How many devices have it.</param>
/// <param name="ExposedMachines">How many have a version of it with a known CVE.</param>
/// <param name="Weaknesses">How many CVEs affect an installed version.</param>
/// <param name="PublicExploit">Whether one of them has a public exploit.</param>
/// <param name="ActiveAlert">Whether an alert about it is open.</param>
/// <param name="ImpactScore">How much it weighs in the organization's exposure, in thousandths; 100 is all of it.</param>
public readonly record struct SoftwareCounts(
    int InstalledMachines, int ExposedMachines, int Weaknesses, bool PublicExploit, bool ActiveAlert, int ImpactScore);

using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>What vulnerability rows say about a release: a CVE that affects it, or that none does.</summary>
/// <param name="Cve">The id of the CVE; empty when there is none.</param>
/// <param name="Update">What is recommended.</param>
/// <param name="BatchTitle">What the CVE was published with.</param>
/// <param name="BatchUrl">Where that is described.</param>
internal sealed record GivenFinding(string Cve, RecommendedUpdate Update, string? BatchTitle, string? BatchUrl)
{
    /// <summary>Whether it says that there is no CVE.</summary>
    public bool IsNone => Cve.Length == 0;
}

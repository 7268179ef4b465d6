namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>How bad a CVE is, by its CVSS base score (contract: vulnerability).</summary>
public enum Severity
{
    /// <summary>A score below 4.</summary>
    Low,

    /// <summary>A score from 4 on.</summary>
    Medium,

    /// <summary>A score from 7 on.</summary>
    High,

    /// <summary>A score from 9 on.</summary>
    Critical,
}

using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>What the CVEs of some releases mean to the device that they are on. A CVE of two releases counts twice, as in the export.</summary>
/// <param name="Cves">How many there are.</param>
/// <param name="Severe">How many are of high or critical severity.</param>
/// <param name="IsAttackable">Whether the exploit of a critical one is known to work.</param>
internal readonly record struct Exposure(int Cves, int Severe, bool IsAttackable)
{
    // Chosen so that most devices of a tenant are in the middle.
    private const int SevereForMedium = 10, SevereForHigh = 60;

    /// <summary>The level of a device that has all of it.</summary>
    public ExposureLevel Level => this switch
    {
        { Cves: 0 } => ExposureLevel.None,
        { IsAttackable: true } or { Severe: >= SevereForHigh } => ExposureLevel.High,
        { Severe: >= SevereForMedium } => ExposureLevel.Medium,
        _ => ExposureLevel.Low,
    };

    /// <summary>Of the CVEs of one release.</summary>
    public static Exposure Of(IReadOnlyList<Cve> cves) => new(
        cves.Count,
        cves.Count(cve => cve.Severity >= Severity.High),
        cves.Any(cve => cve is { Severity: Severity.Critical, Exploitability: >= Exploitability.ExploitIsVerified }));

    /// <summary>Of both.</summary>
    public static Exposure operator +(Exposure a, Exposure b) => new(a.Cves + b.Cves, a.Severe + b.Severe, a.IsAttackable || b.IsAttackable);
}

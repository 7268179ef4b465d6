using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>What rows say about a CVE.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Severity">Its severity, as the row writes it.</param>
/// <param name="CvssTenths">Its CVSS score times ten.</param>
/// <param name="Exploitability">How far exploits have come, as the row writes it.</param>
public sealed record GivenCve(string Id, string? Severity, int? CvssTenths, string? Exploitability)
{
    /// <summary>When it was published; null when what it affects says so.</summary>
    internal Moment? Published { get; init; }

    /// <summary>How it is scored; null when that follows from the rest.</summary>
    internal CvssVector? Vector { get; init; }

    /// <summary>The severity, when it is one of the contract's.</summary>
    internal Severity? KnownSeverity { get; } = Enum.TryParse<Severity>(Severity, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null;

    /// <summary>How far exploits have come; not at all, when it is none of the contract's words.</summary>
    internal Exploitability KnownExploitability { get; } =
        Enum.TryParse<Exploitability>(Exploitability, ignoreCase: true, out var level) && Enum.IsDefined(level) ? level : Weaknesses.Exploitability.NoExploit;
}

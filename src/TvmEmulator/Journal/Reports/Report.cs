using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.Journal.Reports;

/// <summary>What the requests to a world say about the conduct of its clients.</summary>
internal sealed record Report
{
    /// <summary>The world's name.</summary>
    public required string Tenant { get; init; }

    /// <summary>Requests that were seen, kept or not.</summary>
    public required long Requests { get; init; }

    /// <summary>When the first one began, by service time.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>When the last one began, by service time.</summary>
    public required DateTimeOffset? To { get; init; }

    /// <summary>Findings that are violations.</summary>
    public int Violations => Findings.Count(finding => finding.Severity == Severity.Violation);

    /// <summary>Findings that are notes.</summary>
    public int Notes => Findings.Count - Violations;

    /// <summary>All findings: violations first, then by id.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}

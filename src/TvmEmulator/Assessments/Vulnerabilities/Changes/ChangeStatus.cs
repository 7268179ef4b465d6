namespace TvmEmulator.Assessments.Vulnerabilities.Changes;

/// <summary>What happened to a row, in the order in which rows of one moment stand (contract: get-assessment-software-vulnerabilities).</summary>
internal enum ChangeStatus
{
    /// <summary>The row is no longer there.</summary>
    Fixed,

    /// <summary>The row is new.</summary>
    New,

    /// <summary>Score, severity, exploitability, paths or recommended update are other ones.</summary>
    Updated,
}

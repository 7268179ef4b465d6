using System.Text.Json.Serialization;

namespace TvmEmulator.Journal.Conduct;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>The client does what the service forbids, or loses data.</summary>
    [JsonStringEnumMemberName("violation")]
    Violation,

    /// <summary>It works, but is wasteful or may not be meant.</summary>
    [JsonStringEnumMemberName("note")]
    Note,
}

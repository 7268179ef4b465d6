using System.Text.Json.Serialization;
using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.Journal.Reports;

/// <summary>Something about a client's conduct.</summary>
/// <param name="Id">Fixed name of the kind.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Summary">What it means, in one sentence.</param>
/// <param name="Application">The caller.</param>
/// <param name="Route">Name of the route; empty when there is none.</param>
/// <param name="Count">How often it has happened.</param>
/// <param name="Requests">The first requests that prove it.</param>
internal sealed record Finding(string Id, Severity Severity, string Summary, string Application, string Route, long Count, IReadOnlyList<Evidence> Requests)
{
    /// <summary>Count, caller and route, for a line of text.</summary>
    [JsonIgnore]
    public string Where => $"{(Count == 1 ? "once" : $"{Count} times")}, application {Application}, route {(Route.Length == 0 ? "none" : Route)}";

    /// <summary>The finding of a tally.</summary>
    public static Finding Of(FindingKind kind, CallerRoute source, Tally tally) =>
        new(kind.Id, kind.Severity, kind.Summary, source.Application, source.Route, tally.Count, [.. tally.Calls.Select(call => Evidence.Of(call.Entry))]);
}

/// <summary>A request that proves a finding.</summary>
/// <param name="Id">Its number in the journal.</param>
/// <param name="Time">When it began, by service time.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Query">Its query, masked.</param>
/// <param name="Status">What was answered; 0 while it is running.</param>
internal sealed record Evidence(long Id, DateTimeOffset Time, string Method, string Path, string Query, int Status)
{
    /// <summary>The request of an entry.</summary>
    public static Evidence Of(JournalEntry entry) => new(entry.Id, entry.Time, entry.Method, entry.Path, entry.Query, entry.Status);
}

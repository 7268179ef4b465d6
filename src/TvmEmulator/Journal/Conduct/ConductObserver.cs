using TvmEmulator.Journal.Conduct.Rules;
using TvmEmulator.Journal.Reports;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct;

/// <summary>Watches the calls of a world and says what is wrong with them. It is not thread-safe, and sees each beginning before its end.</summary>
internal sealed class ConductObserver
{
    private readonly FindingLog _found = new();
    private readonly ConductRule[] _rules;
    private long _calls;
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;

    /// <param name="allowedPerMinute">How many calls of a route a minute allows; null when they are not counted.</param>
    public ConductObserver(Func<ApiRoute, int?> allowedPerMinute)
    {
        AllowedPerMinute = allowedPerMinute;
        _rules =
        [
            new EarlyRetries(_found),
            new PageChains(_found),
            new SkippedParts(_found),
            new TopWindows(_found),
            new SmallPages(_found, route => AllowedPerMinute(route)),
            new RepeatedExports(_found),
            new StorageCalls(_found),
            new TokenUse(_found),
            new ParallelCalls(_found, route => AllowedPerMinute(route)),
        ];
    }

    /// <summary>How many calls of a route a minute allows; null when they are not counted.</summary>
    public Func<ApiRoute, int?> AllowedPerMinute { get; set; }

    /// <summary>A call begins.</summary>
    public void Begin(Call call)
    {
        _calls++;
        _first ??= call.Entry.Time;
        _last = call.Entry.Time;
        foreach (var rule in _rules)
            rule.Begin(call);
    }

    /// <summary>A call has ended; its entry is complete.</summary>
    public void End(Call call, CallAnswer answer)
    {
        foreach (var rule in _rules)
            rule.End(call, answer);
    }

    /// <summary>What has been found up to now.</summary>
    /// <param name="tenant">What the report calls the world.</param>
    /// <param name="now">Service time.</param>
    public Report Report(string tenant, DateTimeOffset now)
    {
        var found = _found.Copy();
        foreach (var rule in _rules)
            rule.Conclude(now, found);

        return new Report
        {
            Tenant = tenant,
            Requests = _calls,
            From = _first,
            To = _last,
            Findings =
            [
                .. found.Entries.Select(entry => Finding.Of(entry.Kind, entry.Source, entry.Tally))
                    .OrderBy(finding => finding.Severity)
                    .ThenBy(finding => finding.Id, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Application, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Route, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Summary, StringComparer.Ordinal),
            ],
        };
    }
}

using TvmEmulator.Identity;
using TvmEmulator.Journal.Conduct;
using TvmEmulator.Journal.Reports;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal;

/// <summary>
/// The requests of a world: the last ones as entries, and what all of them say about a client's conduct. The findings do not need the entries,
/// so they hold for chains that are longer than what is kept.
/// </summary>
/// <param name="tenant">The world's name, for the report.</param>
/// <param name="time">The world's service time.</param>
/// <param name="capacity">Entries that are kept; 0 keeps none, and findings are made all the same.</param>
internal sealed class RequestJournal(string tenant, TimeProvider time, int capacity)
{
    private const int MostMethodCharacters = 32;

    private readonly Lock _gate = new();

    // Grows up to the capacity; then the entry with id i + capacity takes the place of the one with id i.
    private readonly List<JournalEntry> _ring = [];
    private ConductObserver _conduct = new(PublishedPerMinute);
    private Func<ApiRoute, int?> _perMinute = PublishedPerMinute;
    private long _begun;
    private int _clearings;

    /// <summary>How many calls of a route a minute allows; null when they are not counted. The published number, unless something else is set; it is asked under a lock.</summary>
    public Func<ApiRoute, int?> AllowedPerMinute
    {
        get => _perMinute;
        set
        {
            lock (_gate)
            {
                _perMinute = value;
                _conduct.AllowedPerMinute = value;
            }
        }
    }

    /// <summary>Notes a request that begins.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its path, decoded.</param>
    /// <param name="query">Its query as it was sent.</param>
    /// <param name="route">The route that it asks for, if there is one.</param>
    /// <param name="caller">Who sent it.</param>
    public Call Begin(string method, string path, string query, ApiRoute? route, Caller caller)
    {
        var shortMethod = Cut(method, MostMethodCharacters);
        var shortPath = Cut(Masking.Query(path), JournalEntry.MostCharacters);
        var shortQuery = Cut(Masking.Query(query), JournalEntry.MostCharacters);
        lock (_gate)
        {
            var entry = new JournalEntry
            {
                Id = ++_begun,
                Time = time.GetUtcNow(),
                Method = shortMethod,
                Path = shortPath,
                Query = shortQuery,
                Route = route?.Name,
                Application = caller.Application,
                HasOwnToken = caller.IsOurs,
            };
            Keep(entry);
            var call = new Call(entry, route, _clearings);
            _conduct.Begin(call);
            return call;
        }
    }

    /// <summary>Notes that a request has ended. One that began before the journal was cleared leaves no trace.</summary>
    public void End(Call call, CallEnd end)
    {
        var body = end.Form is { } form ? Masking.Form(form) : null;
        lock (_gate)
        {
            if (call.Clearings != _clearings)
                return;

            call.Entry = call.Entry with
            {
                Status = end.Status,
                DurationMs = (int)end.Duration.TotalMilliseconds,
                Hint = end.Hint,
                RetryAfter = end.RetryAfter,
                FaultIds = end.FaultIds,
                Body = body,
            };
            call.OnlyDelayed = end.OnlyDelayed;
            call.HasLostRows = end.HasLostRows;
            if (_begun - call.Entry.Id < capacity)
                _ring[SlotOf(call.Entry.Id)] = call.Entry;
            _conduct.End(call, new CallAnswer(end.Query, end.Facts));
        }
    }

    /// <summary>The entries that a filter takes, newest first.</summary>
    public IReadOnlyList<JournalEntry> Read(JournalFilter filter)
    {
        JournalEntry[] entries;
        int newest;
        lock (_gate)
        {
            entries = [.. _ring];
            newest = _begun == 0 || capacity == 0 ? 0 : SlotOf(_begun);
        }

        return
        [
            .. Enumerable.Range(0, entries.Length)
                .Select(age => entries[(newest - age + entries.Length) % entries.Length])
                .Where(filter.Takes)
                .Take(filter.Limit ?? int.MaxValue),
        ];
    }

    /// <summary>What the requests up to now say about the client's conduct.</summary>
    public Report Report()
    {
        lock (_gate)
            return _conduct.Report(tenant, time.GetUtcNow());
    }

    /// <summary>The violations in the client's conduct up to now, one line each.</summary>
    /// <param name="world">What the lines call the tenant.</param>
    public IReadOnlyList<string> Violations(string world) =>
    [
        .. Report().Findings.Where(finding => finding.Severity == Severity.Violation)
            .Select(finding => $"{finding.Id} ({finding.Where}, tenant {world}): {finding.Summary}"),
    ];

    /// <summary>Forgets all requests and findings; ids begin at 1 again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _ring.Clear();
            _begun = 0;
            _clearings++;
            _conduct = new ConductObserver(_perMinute);
        }
    }

    private static int? PublishedPerMinute(ApiRoute route) => route.Quota?.PerMinute;

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private void Keep(JournalEntry entry)
    {
        if (_ring.Count < capacity)
            _ring.Add(entry);
        else if (capacity > 0)
            _ring[SlotOf(entry.Id)] = entry;
    }

    private int SlotOf(long id) => (int)((id - 1) % capacity);
}

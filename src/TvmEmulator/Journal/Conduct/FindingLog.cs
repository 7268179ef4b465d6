namespace TvmEmulator.Journal.Conduct;

/// <summary>What has been found, counted by kind, caller and route, with the first calls that prove it.</summary>
internal sealed class FindingLog
{
    /// <summary>The most calls that are kept for a finding.</summary>
    public const int MostCalls = 5;

    // Each holds a few entries with their texts.
    private const int MostTallies = 1_024;

    private readonly BoundedMap<(FindingKind Kind, CallerRoute Source), Tally> _tallies = new(MostTallies);

    /// <summary>All that was found, the first finding first.</summary>
    public IEnumerable<(FindingKind Kind, CallerRoute Source, Tally Tally)> Entries => _tallies.Entries.Select(entry => (entry.Key.Kind, entry.Key.Source, entry.Value));

    /// <summary>Notes that something has happened once.</summary>
    /// <param name="kind">What.</param>
    /// <param name="call">The call that did it.</param>
    /// <param name="cause">An earlier call that makes it one, if there is any.</param>
    public void Note(FindingKind kind, Call call, Call? cause = null) => Note(kind, call.Source, 1, cause is null ? [call] : [cause, call]);

    /// <summary>Notes that something has happened some times.</summary>
    /// <param name="kind">What.</param>
    /// <param name="source">Who did it, and where.</param>
    /// <param name="times">How often.</param>
    /// <param name="calls">The first calls that prove it.</param>
    public void Note(FindingKind kind, CallerRoute source, int times, IEnumerable<Call> calls) =>
        _tallies.GetOrAdd((kind, source), static () => new Tally()).Add(times, calls);

    /// <summary>A log with the same content, for what is found only for a report.</summary>
    public FindingLog Copy()
    {
        var copy = new FindingLog();
        foreach (var (kind, source, tally) in Entries)
            copy._tallies.Set((kind, source), tally.Copy());
        return copy;
    }
}

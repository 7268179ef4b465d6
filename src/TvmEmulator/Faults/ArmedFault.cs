namespace TvmEmulator.Faults;

/// <summary>A rule at work in a world, with its counters.</summary>
internal sealed class ArmedFault
{
    private readonly Func<long, double> _draw;
    private long _matches;
    private long _hits;

    /// <param name="rule">The rule.</param>
    /// <param name="draw">Gives a number from 0 to 1, without 1, that follows from the world's seed and a text.</param>
    public ArmedFault(FaultRule rule, Func<string, double> draw)
    {
        Rule = rule;
        _draw = ordinal => draw($"fault {rule.Id} {ordinal}");
    }

    /// <summary>The rule.</summary>
    public FaultRule Rule { get; }

    /// <summary>Requests that fitted its match so far.</summary>
    public long Matches => Interlocked.Read(ref _matches);

    /// <summary>Those of them that it acted on.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Counts a request that fits the match, and answers whether the rule acts on it.</summary>
    public bool Count()
    {
        if (!Rule.Match.Occurrence.Includes(Interlocked.Increment(ref _matches), _draw))
            return false;
        Interlocked.Increment(ref _hits);
        return true;
    }
}

namespace TvmEmulator.Journal.Conduct;

/// <summary>How often something has happened, and the first calls that prove it.</summary>
internal sealed class Tally
{
    private readonly List<Call> _calls = [];

    /// <summary>How often.</summary>
    public long Count { get; private set; }

    /// <summary>The first calls, at most <see cref="FindingLog.MostCalls"/>, each of them once.</summary>
    public IReadOnlyList<Call> Calls => _calls;

    /// <summary>Adds some occurrences.</summary>
    public void Add(int times, IEnumerable<Call> calls)
    {
        Count += times;
        if (_calls.Count < FindingLog.MostCalls)
            _calls.AddRange(calls.Where(call => !_calls.Contains(call)).Take(FindingLog.MostCalls - _calls.Count).ToList());
    }

    /// <summary>A tally with the same content.</summary>
    public Tally Copy()
    {
        var copy = new Tally { Count = Count };
        copy._calls.AddRange(_calls);
        return copy;
    }
}

using System.Threading.RateLimiting;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Quotas;

/// <summary>
/// Counts the calls of a world, for each route and application by itself, by service time. Beyond <see cref="MostLimiters"/> of them the one
/// that was used least recently is forgotten.
/// </summary>
/// <param name="baseline">The settings that it begins with.</param>
/// <param name="service">Service time.</param>
internal sealed class QuotaLedger(QuotaSettings baseline, TimeProvider service)
{
    /// <summary>The most pairs of route and application that are remembered: some 50 MB, if each of them made all the calls of an hour.</summary>
    public const int MostLimiters = 4096;

    /// <summary>Applications are told apart by so many characters; their ids have 36.</summary>
    public const int MostCharacters = 128;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Route, string Application), LinkedListNode<Counted>> _known = [];

    // The one that was used last comes first.
    private readonly LinkedList<Counted> _recent = [];

    // Null while those are in force that it began with.
    private QuotaSettings? _set;

    /// <summary>The settings that hold.</summary>
    public QuotaSettings Settings => Volatile.Read(ref _set) ?? baseline;

    /// <summary>What callers have used within the last hour, by application and route.</summary>
    public IReadOnlyList<QuotaUse> Uses
    {
        get
        {
            Counted[] all;
            lock (_gate)
                all = [.. _recent];
            return
            [
                .. all.Select(counted => counted.Read())
                    .Where(use => use.InHour > 0)
                    .OrderBy(use => use.Application, StringComparer.Ordinal)
                    .ThenBy(use => use.Route, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Counts a call; the lease says whether it is allowed.</summary>
    public RateLimitLease Count(ApiRoute route, string application)
    {
        SlidingLogLimiter limiter;
        lock (_gate)
        {
            if (Settings.LimitsOf(route) is not { } limits)
                return QuotaLease.Granted;
            limiter = Find((route.Name, application.Length <= MostCharacters ? application : application[..MostCharacters]), limits);
        }

        return limiter.AttemptAcquire();
    }

    /// <summary>Sets the limits; all callers begin anew.</summary>
    public void Set(QuotaSettings settings) => Begin(settings);

    /// <summary>Back to the settings that it began with; all callers begin anew.</summary>
    public void Reset() => Begin(null);

    private void Begin(QuotaSettings? settings)
    {
        lock (_gate)
        {
            _set = settings;
            _known.Clear();
            _recent.Clear();
        }
    }

    private SlidingLogLimiter Find((string Route, string Application) key, QuotaLimits limits)
    {
        if (_known.TryGetValue(key, out var node))
        {
            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Limiter;
        }

        if (_known.Count == MostLimiters)
        {
            _known.Remove(_recent.Last!.Value.Key);
            _recent.RemoveLast();
        }

        var counted = new Counted(key, new SlidingLogLimiter(limits, service));
        _known.Add(key, _recent.AddFirst(counted));
        return counted.Limiter;
    }

    private sealed record Counted((string Route, string Application) Key, SlidingLogLimiter Limiter)
    {
        public QuotaUse Read()
        {
            var (inMinute, inHour, freeAgain) = Limiter.Read();
            return new QuotaUse(Key.Application, Key.Route, inMinute, inHour, freeAgain);
        }
    }
}

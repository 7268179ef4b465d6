using System.Threading.RateLimiting;

namespace TvmEmulator.Quotas;

/// <summary>
/// The limits of one caller at one route. A call is allowed when, in both windows, the call that many places back is at least a window old: so
/// a place is free again exactly a minute, or an hour, after the call that took it. Refused calls take no place; nobody waits in a queue.
/// </summary>
internal sealed class SlidingLogLimiter(QuotaLimits limits, TimeProvider time) : RateLimiter
{
    private readonly Lock _gate = new();
    private readonly CallLog _log = new();
    private long _granted;
    private long _refused;

    /// <summary>Never: the ledger knows by itself which limiter was used least recently.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>What is used up.</summary>
    public (int InMinute, int InHour, DateTimeOffset? FreeAgain) Read()
    {
        lock (_gate)
        {
            var now = Now();
            var (_, wait) = Longest(now);
            return (_log.CountAfter(now - limits.Minute.Length.Ticks), _log.Count, wait > 0 ? new DateTimeOffset(now + wait, TimeSpan.Zero) : null);
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            var (inMinute, inHour, _) = Read();
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = Math.Max(0, Math.Min(limits.PerMinute - inMinute, limits.PerHour - inHour)),
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, 1);
        lock (_gate)
        {
            var now = Now();
            var (window, wait) = Longest(now);
            if (wait > 0)
            {
                _refused++;
                return QuotaLease.Refused(window, TimeSpan.FromTicks(wait));
            }

            if (permitCount == 1)
                _log.Add(now);
            _granted++;
            return QuotaLease.Granted;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    /// <summary>The time; the log then holds the calls of the hour before it, and none from the time before service time was reset.</summary>
    private long Now()
    {
        // Asked for inside the lock, so that it never runs behind what another caller has just added.
        var now = time.GetUtcNow().UtcTicks;
        _log.DropAfter(now);
        _log.DropUntil(now - limits.Hour.Length.Ticks);
        return now;
    }

    /// <summary>The window that is full for longer, and for how long; not above zero when a call is allowed.</summary>
    private (QuotaWindow Window, long Wait) Longest(long now)
    {
        var (minute, hour) = (Wait(limits.Minute, now), Wait(limits.Hour, now));
        return minute > hour ? (limits.Minute, minute) : (limits.Hour, hour);
    }

    private long Wait(QuotaWindow window, long now) => _log.Count < window.Calls ? 0 : _log.Back(window.Calls) + window.Length.Ticks - now;
}

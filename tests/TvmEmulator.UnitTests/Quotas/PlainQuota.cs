using TvmEmulator.Quotas;

namespace TvmEmulator.UnitTests.Quotas;

/// <summary>The limits in the slow, obviously right way: every call is kept, and all are counted anew for each one.</summary>
internal sealed class PlainQuota(QuotaLimits limits)
{
    private List<DateTimeOffset> _calls = [];

    /// <summary>Makes a call; answers how long to wait, which is nothing when it is allowed.</summary>
    public TimeSpan Call(DateTimeOffset now)
    {
        // Calls from the time before a reset have never been, and what is an hour ago stays forgotten when time goes back.
        _calls = _calls.FindAll(call => call <= now && now - call < limits.Hour.Length);
        var wait = _calls.SelectMany(call => (TimeSpan[])[call + limits.Minute.Length - now, call + limits.Hour.Length - now])
            .Append(TimeSpan.Zero)
            .Where(wait => wait >= TimeSpan.Zero)
            .Order()
            .First(wait => IsAllowed(now + wait));
        if (wait == TimeSpan.Zero)
            _calls.Add(now);
        return wait;
    }

    /// <summary>Calls that still count.</summary>
    public int CountWithin(QuotaWindow window, DateTimeOffset now) => _calls.Count(call => now - call < window.Length);

    private bool IsAllowed(DateTimeOffset at) => CountWithin(limits.Minute, at) < limits.PerMinute && CountWithin(limits.Hour, at) < limits.PerHour;
}

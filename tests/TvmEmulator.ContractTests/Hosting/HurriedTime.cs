using System.Collections.Concurrent;

namespace TvmEmulator.ContractTests.Hosting;

/// <summary>A clock that stands still, and whose timers run out at once; it remembers how long they were asked to wait.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>What was waited for.</summary>
    public IEnumerable<TimeSpan> Waits => _waits;

    public override DateTimeOffset GetUtcNow() => FixedTime.RequestTime;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}

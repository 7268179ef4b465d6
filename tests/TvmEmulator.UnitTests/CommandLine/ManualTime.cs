namespace TvmEmulator.UnitTests.CommandLine;

/// <summary>A clock whose timers run out only when they are told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];

    public IEnumerable<TimeSpan> DueTimes => _timers.Select(timer => timer.DueTime);

    public void RunOut()
    {
        foreach (var timer in _timers)
            timer.Callback(timer.State);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state, dueTime);
        _timers.Add(timer);
        return timer;
    }

    private sealed record Timer(TimerCallback Callback, object? State, TimeSpan DueTime) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

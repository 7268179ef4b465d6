namespace TvmEmulator.Worlds;

/// <summary>
/// Service time: what quotas, tokens and SAS links are judged by. It is the wall clock plus an offset, or stands still; it goes back only when
/// it is reset. Timers are the wall clock's.
/// </summary>
internal sealed class ServiceClock : TimeProvider
{
    /// <summary>The farthest that service time may be ahead of the wall clock.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromDays(20 * 365);

    private readonly ClockStart _start;
    private readonly Lock _gate = new();
    private Reading _reading;

    /// <param name="wallClock">The wall clock.</param>
    /// <param name="start">Where it begins.</param>
    public ServiceClock(TimeProvider wallClock, ClockStart start)
    {
        Wall = wallClock;
        _start = start;
        _reading = Begin();
    }

    /// <summary>The wall clock: what durations of real work are measured and waited by.</summary>
    public TimeProvider Wall { get; }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => Wall.TimestampFrequency;

    /// <summary>How far it is ahead of the wall clock; behind, when it has stood still for long.</summary>
    public TimeSpan Offset
    {
        get
        {
            var wall = Wall.GetUtcNow();
            return At(wall) - wall;
        }
    }

    /// <summary>Whether it stands still.</summary>
    public bool IsFrozen => Volatile.Read(ref _reading).FrozenAt is not null;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => At(Wall.GetUtcNow());

    /// <inheritdoc/>
    public override long GetTimestamp() => Wall.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Wall.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves it to a time; answers false, and does nothing, when that is in its past or too far ahead.</summary>
    /// <param name="time">The time.</param>
    /// <param name="freeze">Whether it stands still there; null leaves that as it is.</param>
    public bool TryMoveTo(DateTimeOffset time, bool? freeze = null)
    {
        lock (_gate)
        {
            var wall = Wall.GetUtcNow();
            return TryMove(wall, time - At(wall), freeze);
        }
    }

    /// <summary>Moves it on; answers false, and does nothing, when <paramref name="by"/> is negative or leads too far ahead.</summary>
    /// <param name="by">How far.</param>
    /// <param name="freeze">Whether it stands still there; null leaves that as it is.</param>
    public bool TryAdvance(TimeSpan by, bool? freeze = null)
    {
        lock (_gate)
            return TryMove(Wall.GetUtcNow(), by, freeze);
    }

    /// <summary>Lets it stand still, or go on from where it stands.</summary>
    public void Freeze(bool frozen) => TryAdvance(TimeSpan.Zero, frozen);

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        lock (_gate)
            _reading = Begin();
    }

    private Reading Begin()
    {
        var wall = Wall.GetUtcNow();
        var offset = _start.Time is { } time ? time - wall : _start.Ahead;
        return _start.IsFrozen ? new Reading(TimeSpan.Zero, wall + offset) : new Reading(offset, null);
    }

    private DateTimeOffset At(DateTimeOffset wall)
    {
        var reading = Volatile.Read(ref _reading);
        return reading.FrozenAt ?? wall + reading.Offset;
    }

    // The wall clock is read once by whoever calls it: read again, it would be a little later, and "now" in the past.
    private bool TryMove(DateTimeOffset wall, TimeSpan by, bool? freeze)
    {
        var now = At(wall);
        if (by < TimeSpan.Zero || by > wall + MostAhead - now)
            return false;

        var time = now + by;
        _reading = freeze ?? IsFrozen ? new Reading(TimeSpan.Zero, time) : new Reading(time - wall, null);
        return true;
    }

    private sealed record Reading(TimeSpan Offset, DateTimeOffset? FrozenAt);
}

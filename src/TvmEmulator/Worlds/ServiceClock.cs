namespace TvmEmulator.Worlds;

/// <summary>
/// Service time: what quotas, tokens and SAS links are judged by. It is the wall clock plus an offset, or stands still; it goes back only when
/// it is reset. Timers are the wall clock's.
/// </summary>
internal sealed class ServiceClock(TimeProvider wall) : TimeProvider
{
    /// <summary>The farthest that service time may be ahead of the wall clock.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromDays(20 * 365);

    private readonly Lock _gate = new();
    private Reading _reading = new(TimeSpan.Zero, null);

    /// <summary>The wall clock: what durations of real work are measured and waited by.</summary>
    public TimeProvider Wall { get; } = wall;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => Wall.TimestampFrequency;

    /// <summary>How far it is ahead of the wall clock; behind, when it has stood still for long.</summary>
    public TimeSpan Offset => GetUtcNow() - Wall.GetUtcNow();

    /// <summary>Whether it stands still.</summary>
    public bool IsFrozen => Volatile.Read(ref _reading).FrozenAt is not null;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var reading = Volatile.Read(ref _reading);
        return reading.FrozenAt ?? Wall.GetUtcNow() + reading.Offset;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => Wall.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Wall.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves it to a time that is not in its past; answers false, and does nothing, when it is, or is too far ahead.</summary>
    public bool TryMoveTo(DateTimeOffset time)
    {
        lock (_gate)
        {
            var ahead = time - Wall.GetUtcNow();
            if (time < GetUtcNow() || ahead > MostAhead)
                return false;
            _reading = IsFrozen ? new Reading(TimeSpan.Zero, time) : new Reading(ahead, null);
            return true;
        }
    }

    /// <summary>Moves it on; answers false, and does nothing, when <paramref name="by"/> is negative or leads too far ahead.</summary>
    public bool TryAdvance(TimeSpan by)
    {
        lock (_gate)
            return by >= TimeSpan.Zero && by <= MostAhead && TryMoveTo(GetUtcNow() + by);
    }

    /// <summary>Lets it stand still, or go on from where it stands.</summary>
    public void Freeze(bool frozen)
    {
        lock (_gate)
        {
            var now = GetUtcNow();
            _reading = frozen ? new Reading(TimeSpan.Zero, now) : new Reading(now - Wall.GetUtcNow(), null);
        }
    }

    /// <summary>Back to the wall clock.</summary>
    public void Reset()
    {
        lock (_gate)
            _reading = new Reading(TimeSpan.Zero, null);
    }

    private sealed record Reading(TimeSpan Offset, DateTimeOffset? FrozenAt);
}

namespace TvmEmulator.Worlds;

/// <summary>Where service time begins, and begins again at a reset.</summary>
/// <param name="Time">The time; null is the wall clock's.</param>
/// <param name="Ahead">How far ahead of the wall clock, where no time is given.</param>
/// <param name="IsFrozen">Whether it stands still.</param>
internal sealed record ClockStart(DateTimeOffset? Time, TimeSpan Ahead, bool IsFrozen)
{
    /// <summary>The wall clock.</summary>
    public static ClockStart Wall { get; } = new(null, TimeSpan.Zero, IsFrozen: false);
}

using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary>What the clocks of a world say.</summary>
/// <param name="ServiceTime">What quotas, tokens and links are judged by.</param>
/// <param name="Offset">How far that is ahead of the wall clock.</param>
/// <param name="Frozen">Whether it stands still.</param>
/// <param name="DataTime">The newest snapshot.</param>
/// <param name="DataTimeFollowsServiceTime">Whether new snapshots come with time.</param>
internal sealed record ClockState(string ServiceTime, string Offset, bool Frozen, string DataTime, bool DataTimeFollowsServiceTime)
{
    /// <summary>Reads the clocks of a world.</summary>
    public static ClockState Of(World world) => new(
        ControlTime.Text(world.Time.GetUtcNow()),
        world.Time.Offset.ToString("c"),
        world.Time.IsFrozen,
        ControlTime.Text(world.DataTime.NewestMark),
        world.DataTime.IsLive);
}

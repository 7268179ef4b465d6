using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Worlds;

/// <summary>What a world is made from.</summary>
/// <param name="Seed">What its organization follows from.</param>
/// <param name="Devices">Size of the organization.</param>
/// <param name="DataTime">The newest snapshot; null follows service time.</param>
internal sealed record WorldSettings(long Seed, int Devices, SnapshotMark? DataTime)
{
    /// <summary>Those of the start-up options.</summary>
    public static WorldSettings Of(EmulatorOptions options) => new(options.Seed, options.Devices, options.DataTime);
}

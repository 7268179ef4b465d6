using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Scenarios;

/// <summary>Data time of a scenario.</summary>
/// <param name="Mark">The newest snapshot; null follows service time.</param>
internal sealed record ScenarioDataTime(SnapshotMark? Mark);

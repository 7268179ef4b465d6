using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary>What holds in a world after a scenario.</summary>
/// <param name="Clients">Applications that get tokens; 0 = anybody does.</param>
/// <param name="Quotas">Whether calls are counted.</param>
/// <param name="Faults">Fault rules.</param>
/// <param name="Clock">The clocks.</param>
/// <param name="Overlay">Changes on top of the generated organization.</param>
internal sealed record ScenarioState(int Clients, bool Quotas, int Faults, ClockState Clock, int Overlay)
{
    /// <summary>Reads a world.</summary>
    public static ScenarioState Of(World world)
    {
        var changes = world.Tenant.Overlay.Changes;
        return new ScenarioState(
            world.Clients.Count,
            world.Quotas.Settings.IsEnabled,
            world.Faults.All.Count,
            ClockState.Of(world),
            (changes.Devices?.Count ?? 0) + (changes.Installations?.Count ?? 0) + (changes.Cves?.Count ?? 0));
    }
}

using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary>A world in the list of all.</summary>
/// <param name="Tenant">What callers call it.</param>
/// <param name="TenantId">Its tenant id.</param>
/// <param name="Seed">What its organization follows from.</param>
/// <param name="Devices">Size of its organization.</param>
/// <param name="Clock">Its clocks.</param>
internal sealed record WorldState(string Tenant, string TenantId, long Seed, int Devices, ClockState Clock)
{
    /// <summary>Describes a world.</summary>
    public static WorldState Of(World world) =>
        new(world.Name, world.TenantId.ToString(), world.Tenant.Seed, world.Settings.Devices, ClockState.Of(world));
}

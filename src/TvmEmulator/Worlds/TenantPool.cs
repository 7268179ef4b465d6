using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Worlds;

/// <summary>Tenants by what they follow from, so that worlds with equal ones share them; a tenant lives as long as a world that has it.</summary>
internal sealed class TenantPool
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GivenOrganization? Given, long Seed, int Devices, OverlayChanges? Overlay), WeakReference<TenantSnapshots>> _tenants = [];

    /// <summary>The tenant of a seed and size, as it is generated.</summary>
    public TenantSnapshots Get(long seed, int devices) => Get((null, seed, devices, null), () => new Tenant(seed, devices));

    /// <summary>The tenant of a given organization.</summary>
    public TenantSnapshots Get(GivenOrganization given) => Get((given, given.Seed, given.Counts.Devices, null), () => new Tenant(given));

    /// <summary>The same with changes on top, which worlds of one scenario have in common.</summary>
    /// <param name="generated">The tenant as it is generated.</param>
    /// <param name="overlay">The changes; another list is another overlay, even if it says the same.</param>
    /// <param name="mark">Where devices are looked for.</param>
    /// <exception cref="OverlayException">The changes cannot be made.</exception>
    public TenantSnapshots Get(Tenant generated, OverlayChanges overlay, SnapshotMark mark) =>
        Get((generated.Given, generated.Seed, generated.Devices, overlay), () => generated.With(overlay, mark));

    private TenantSnapshots Get((GivenOrganization? Given, long Seed, int Devices, OverlayChanges? Overlay) key, Func<Tenant> make)
    {
        lock (_gate)
        {
            if (_tenants.TryGetValue(key, out var known) && known.TryGetTarget(out var shared))
                return shared;

            foreach (var gone in _tenants.Where(tenant => !tenant.Value.TryGetTarget(out _)).Select(tenant => tenant.Key).ToList())
                _tenants.Remove(gone);
            var made = new TenantSnapshots(make());
            _tenants[key] = new WeakReference<TenantSnapshots>(made);
            return made;
        }
    }
}

using TvmEmulator.Tenants;

namespace TvmEmulator.Worlds;

/// <summary>Tenants by what they follow from, so that worlds with equal seed and size share one; a tenant lives as long as a world that has it.</summary>
internal sealed class TenantPool
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Seed, int Devices), WeakReference<TenantSnapshots>> _tenants = [];

    /// <summary>The tenant of a seed and size.</summary>
    public TenantSnapshots Get(long seed, int devices)
    {
        lock (_gate)
        {
            if (_tenants.TryGetValue((seed, devices), out var known) && known.TryGetTarget(out var shared))
                return shared;

            foreach (var gone in _tenants.Where(tenant => !tenant.Value.TryGetTarget(out _)).Select(tenant => tenant.Key).ToList())
                _tenants.Remove(gone);
            var made = new TenantSnapshots(new Tenant(seed, devices));
            _tenants[(seed, devices)] = new WeakReference<TenantSnapshots>(made);
            return made;
        }
    }
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Findings;

/// <summary>How many devices of high value each recommendation concerns: one parallel pass over these few.</summary>
internal sealed class CriticalDevices
{
    private readonly int[] _ofProducts;
    private readonly int[] _ofConfigurations;

    public CriticalDevices(Snapshot snapshot)
    {
        _ofProducts = new int[snapshot.Tenant.Catalog.Products.Count];
        _ofConfigurations = new int[snapshot.Tenant.SecureConfigurations.Count];
        Parallel.For(0, snapshot.Devices, place =>
        {
            var device = snapshot.DeviceAt(place);
            if (DeviceManagement.ValueOf(device) != DeviceValue.High)
                return;
            foreach (var product in Recommended.ProductsExposing(snapshot, device))
                Interlocked.Increment(ref _ofProducts[product.Rank]);
            foreach (var configuration in Recommended.ConfigurationsMissedBy(snapshot.Tenant, device, snapshot.Mark.At))
                Interlocked.Increment(ref _ofConfigurations[configuration.Index]);
        });
    }

    /// <summary>How many of the devices that a product exposes.</summary>
    public int Of(Product product) => _ofProducts[product.Rank];

    /// <summary>How many of the devices that miss a configuration.</summary>
    public int Of(SecureConfiguration configuration) => _ofConfigurations[configuration.Index];
}

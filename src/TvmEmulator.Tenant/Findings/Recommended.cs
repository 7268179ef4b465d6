using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>What concerns a device: the products of which it has a version with a known CVE, and the configurations that it misses.</summary>
internal static class Recommended
{
    /// <summary>The products that expose a device, in the order of its rows.</summary>
    public static IReadOnlyList<Product> ProductsExposing(Snapshot snapshot, in Device device)
    {
        var products = new List<Product>();
        Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
        foreach (ref readonly var installation in found[..snapshot.InstallationsOf(device, found)])
        {
            var product = snapshot.Tenant.Catalog.Tracks[installation.Track].Product;
            if (snapshot.Releases.WeaknessesOf(snapshot.Releases.NumberOf(installation)) > 0 && (products.Count == 0 || products[^1] != product))
                products.Add(product);
        }

        return products;
    }

    /// <summary>The configurations that a device misses, by number.</summary>
    public static IEnumerable<SecureConfiguration> ConfigurationsMissedBy(Tenant tenant, in Device device, Moment moment)
    {
        var rows = new List<SecureConfigurationRow>();
        SecureConfigurationRules.Find(tenant, device, moment, rows);
        return rows.Where(row => row is { IsApplicable: true, IsCompliant: false }).Select(row => row.Configuration);
    }

    /// <summary>Whether a device misses a configuration.</summary>
    public static bool IsMissedBy(Tenant tenant, in Device device, SecureConfiguration configuration, Moment moment) =>
        ConfigurationsMissedBy(tenant, device, moment).Contains(configuration);

    /// <summary>The places of the devices that a product exposes, or that miss a configuration, ascending.</summary>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="product">The product, or</param>
    /// <param name="configuration">the configuration.</param>
    /// <param name="known">Only CVEs that were known at this moment count.</param>
    /// <param name="among">The devices to look at; all when null.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyList<int> PlacesOf(
        Snapshot snapshot, Product? product, SecureConfiguration? configuration, Moment known, TaskTargets? among, CancellationToken cancellation) =>
    [
        .. Enumerable.Range(0, snapshot.Devices).AsParallel().AsOrdered().WithCancellation(cancellation).Where(place =>
        {
            var device = snapshot.DeviceAt(place);
            if (among?.Contains(device) == false)
                return false;
            return product is null
                ? IsMissedBy(snapshot.Tenant, device, configuration!, snapshot.Mark.At)
                : IsExposed(snapshot, device, product, known);
        }),
    ];

    private static bool IsExposed(Snapshot snapshot, in Device device, Product product, Moment known)
    {
        Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
        foreach (ref readonly var installation in found[..snapshot.Tenant.Rules.FindProduct(device, product, snapshot.Mark.At, found)])
        {
            if (snapshot.Releases.WeaknessesOf(snapshot.Releases.NumberOf(installation)) == 0)
                continue;

            foreach (var affected in snapshot.Cves.Of(snapshot.Tenant.Catalog.Tracks[installation.Track]))
            {
                if (affected.Affects(installation.Release, known))
                    return true;
            }
        }

        return false;
    }
}

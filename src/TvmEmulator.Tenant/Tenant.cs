using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants;

/// <summary>
/// One consistent organization, as a pure function of its seed, its size and the catalog: nothing is stored, nothing is random at run
/// time, and the same arguments give the same bytes on every machine.
/// </summary>
public sealed class Tenant
{
    /// <summary>The most devices of a tenant.</summary>
    public const int MostDevices = 1_000_000;

    /// <summary>Sets up a tenant: reads the catalog and draws its names. No device is evaluated yet.</summary>
    /// <param name="seed">Any number; equal seeds give equal tenants.</param>
    /// <param name="devices">1 to <see cref="MostDevices"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="devices"/> is out of range.</exception>
    public Tenant(long seed, int devices)
        : this(seed, devices, static (seed, words) => ProductCatalog.Make(seed, words))
    {
    }

    internal Tenant(long seed, int devices, Func<long, WordPools, ProductCatalog> catalog)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(devices, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(devices, MostDevices);
        Seed = seed;
        Devices = devices;
        var words = new WordPools(seed);
        Catalog = catalog(seed, words);
        Fleet = new Fleet(seed, words, CatalogFiles.Roles());
        Rules = new InstallationRules(Catalog, Fleet);
    }

    /// <summary>What everything follows from.</summary>
    public long Seed { get; }

    /// <summary>Number of devices at every moment.</summary>
    public int Devices { get; }

    /// <summary>All software that devices can have.</summary>
    public ProductCatalog Catalog { get; }

    /// <summary>The devices.</summary>
    public Fleet Fleet { get; }

    internal InstallationRules Rules { get; }

    /// <summary>
    /// Counts the tenant at a mark: one parallel pass over all devices, tenths of a second for 100,000 of them. Keep the result.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Snapshot At(SnapshotMark mark, CancellationToken cancellation = default) => new(this, mark, cancellation);
}

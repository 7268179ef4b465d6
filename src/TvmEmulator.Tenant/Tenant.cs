using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.BrowserExtensions;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.SecureConfigurations;
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

    private readonly Func<ProductCatalog> _newCatalog;

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
        _newCatalog = () => catalog(seed, words);
        Base = this;
        Overlay = Overlay.Empty;
        Catalog = _newCatalog();
        Fleet = new Fleet(seed, devices, words, CatalogFiles.Roles());
        Rules = new InstallationRules(Catalog, Fleet);
        TaskDays = new TaskDays(this);
    }

    /// <summary>An organization that was given, in place of a generated one. It is the same at all marks.</summary>
    public Tenant(GivenOrganization given)
    {
        Given = given;
        Seed = given.Seed;
        Devices = given.Devices.Count;
        _newCatalog = given.NewCatalog;
        Base = this;
        Overlay = Overlay.Empty;
        Catalog = _newCatalog();
        Fleet = new Fleet(given, new WordPools(Seed));
        Rules = new InstallationRules(Catalog, Fleet);
        TaskDays = new TaskDays(this);
    }

    private Tenant(Tenant generated, Overlay overlay)
    {
        Given = generated.Given;
        Seed = generated.Seed;
        Devices = generated.Devices;
        _newCatalog = generated._newCatalog;
        Base = generated;
        Overlay = overlay;
        var bound = new CatalogOverlay(_newCatalog(), overlay);
        Catalog = bound.Catalog;
        Fleet = new Fleet(generated.Fleet, new FleetOverlay(overlay, generated.Fleet, bound));
        Rules = new InstallationRules(Catalog, Fleet);
        TaskDays = new TaskDays(this);
    }

    /// <summary>What was given; null when the tenant is generated.</summary>
    public GivenOrganization? Given { get; }

    /// <summary>What everything follows from.</summary>
    public long Seed { get; }

    /// <summary>Number of generated or given devices at every moment; an overlay may add some and take some away (<see cref="Snapshot.Devices"/>).</summary>
    public int Devices { get; }

    /// <summary>All software that devices can have.</summary>
    public ProductCatalog Catalog { get; }

    /// <summary>The devices.</summary>
    public Fleet Fleet { get; }

    /// <summary>The secure configurations that devices are assessed by: those of the catalog, or those that given rows name.</summary>
    public IReadOnlyList<SecureConfiguration> SecureConfigurations => Given?.SecureConfigurations.All ?? SecureConfiguration.All;

    /// <summary>The baselines that devices are compared with: those of the catalog, or those that given rows name.</summary>
    public Benchmark Benchmark => Given?.Benchmark.Benchmark ?? Benchmark.Current;

    /// <summary>The permissions of browser extensions: those of the catalog, or those that given rows name.</summary>
    public IReadOnlyList<PermissionInfo> BrowserPermissions => Given?.Permissions ?? PermissionInfo.All;

    /// <summary>The changes that were made to the generated tenant, all taken together.</summary>
    public Overlay Overlay { get; }

    /// <summary>The tenant as it was generated; itself when there is no overlay.</summary>
    public Tenant Base { get; }

    /// <summary>The most installations of a device: as many have to fit into what <see cref="InstallationsOf"/> is given.</summary>
    public int MostInstallations => Given is null ? InstallationRules.MostGenerated + OverlayLimits.MostAddedPerDevice : InstallationRules.MostPerDevice;

    internal InstallationRules Rules { get; }

    /// <summary>The days on which somebody made remediation tasks.</summary>
    internal TaskDays TaskDays { get; }

    /// <summary>What an overlay or given rows say about a CVE; null when all follows from its id.</summary>
    internal GivenCve? SaidOf(string cve)
    {
        if (!Overlay.Cves.TryGetValue(cve, out var change))
            return Given?.CveOf(cve);
        if (change.Said is { } said || Given?.FindCve(cve) is not { } given)
            return change.Said;
        return change.Published is { } published ? given with { Published = Moment.Of(published) } : given;
    }

    /// <summary>Evaluates the installations of a device at a moment; see <see cref="InstallationRules.Find"/>.</summary>
    public int InstallationsOf(in Device device, Moment moment, Span<Installation> found) => Rules.Find(device, moment, found);

    /// <summary>
    /// A tenant with some changes on top of those that this one has already. It is set up in tenths of a second; this tenant stays as it is.
    /// </summary>
    /// <param name="changes">What to change.</param>
    /// <param name="mark">Where devices are looked for. What is said about one holds at all marks at which it lives.</param>
    /// <exception cref="OverlayException">Something is wrong with the changes.</exception>
    public Tenant With(OverlayChanges changes, SnapshotMark mark)
    {
        var overlay = OverlayResolver.Read(this, changes, mark);
        return overlay.IsEmpty ? Base : new Tenant(Base, overlay);
    }

    /// <summary>
    /// Counts the tenant at a mark: one parallel pass over all devices, tenths of a second for 100,000 of them. Keep the result.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Snapshot At(SnapshotMark mark, CancellationToken cancellation = default) => new(this, mark, cancellation);
}

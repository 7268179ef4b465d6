using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>Puts the products, versions, paths and CVEs of an overlay into a catalog.</summary>
internal sealed class CatalogOverlay
{
    // Before all that a tenant knows.
    internal static readonly Moment Always = Moment.OfDate("2000-01-01");

    private readonly ProductCatalog _generated;
    private readonly ReleaseFinder _releases = new();
    private readonly Dictionary<string, Product> _newProducts = new(StringComparer.Ordinal);
    private readonly Dictionary<(Product Product, string Version), OverlayVersion> _versions = [];
    private readonly Dictionary<(OverlayVersion Version, string Paths), int> _variants = [];
    private readonly Dictionary<ulong, List<SoftwareOverlay>> _software = [];

    /// <param name="generated">A catalog that nobody else has.</param>
    /// <param name="overlay">What is put into it.</param>
    public CatalogOverlay(ProductCatalog generated, Overlay overlay)
    {
        _generated = generated;
        foreach (var device in overlay.Devices.Values.Where(device => device.Software.Count > 0))
            _software[device.Key] = [.. device.Software.Select(Bind)];

        var affected = overlay.Cves.Values
            .SelectMany(cve => (cve.Affects ?? []).Select(software => (Cve: cve, Product: ProductOf(software.Software), software.Versions)))
            .ToList();
        Catalog = new ProductCatalog(generated, _newProducts.Values);
        if (overlay.Cves.Count == 0)
            return;

        var cves = new CveOverlay(overlay.Cves.Keys, affected.SelectMany(software => WeaknessesOf(software.Cve, software.Product, software.Versions)));
        foreach (var product in Catalog.Products)
            product.CveOverlay = product.CveOverlay?.Under(cves) ?? cves;
    }

    /// <summary>The catalog with everything in it.</summary>
    public ProductCatalog Catalog { get; }

    /// <summary>What the overlay says about the software of a device.</summary>
    public IReadOnlyList<SoftwareOverlay> SoftwareOf(ulong device) => _software.GetValueOrDefault(device) ?? [];

    private SoftwareOverlay Bind(EditedSoftware edited)
    {
        var product = ProductOf(edited.Id);
        return new SoftwareOverlay(
            product,
            edited.RemovesAll,
            [.. edited.RemovedVersions.Select(version => _releases.Find(product, version)).OfType<KnownRelease>()],
            [.. edited.Added.OrderBy(added => added.FirstSeen).Select(added => Bind(product, added))]);
    }

    private VersionOverlay Bind(Product product, AddedVersion added)
    {
        var version = VersionOf(product, added.Version);
        return new VersionOverlay(version, added.FirstSeen, added.HasPaths ? VariantOf(product, version, added) : null);
    }

    private Product ProductOf(string id)
    {
        if (_generated.Find(id) is { } known)
            return known;
        if (!_newProducts.TryGetValue(id, out var product))
            _newProducts[id] = product = NewProduct(id);
        return product;
    }

    private OverlayVersion VersionOf(Product product, string version)
    {
        if (_versions.TryGetValue((product, version), out var known))
            return known;

        var own = new Track(version, Share.Always, null, null, [Always], [version], 0, null) { IsOverlaid = true };
        product.Add(own);
        return _versions[(product, version)] = new OverlayVersion(own, _releases.Find(product, version));
    }

    /// <summary>Devices with the same paths share a variant.</summary>
    private int VariantOf(Product product, OverlayVersion version, AddedVersion added)
    {
        string[] disk = [.. added.Disk ?? []], registry = [.. added.Registry ?? []];
        // No path holds a line feed.
        var key = (version, $"{string.Join('\n', disk)}\n\n{string.Join('\n', registry)}");
        if (!_variants.TryGetValue(key, out var variant))
            _variants[key] = variant = product.Add(new EvidenceVariant(100, disk, registry), version);
        return variant;
    }

    /// <summary>
    /// A CVE on every line of a product that it affects: a version may be a release of a generated line, and a line of its own until that comes out.
    /// </summary>
    private IEnumerable<(Track Track, Weakness Weakness)> WeaknessesOf(CveChange cve, Product product, IReadOnlyList<string>? versions)
    {
        var published = cve.Published is { } time ? Moment.Of(time) : Always;
        var whole = new Weakness(StableHash.Of(cve.Id), 0, int.MaxValue, published, cve.Id);
        if (versions is null)
            return product.AllTracks.Select(track => (track, whole));

        var found = new List<(Track, Weakness)>();
        foreach (var version in versions)
        {
            if (_releases.Find(product, version) is { } known)
                found.Add((known.Track, whole with { Introduced = known.Release, FixedBy = known.Release + 1 }));
            if (_versions.TryGetValue((product, version), out var added))
                found.Add((added.Own, whole));
        }

        return found;
    }

    private static Product NewProduct(string id)
    {
        var (vendor, name) = SoftwareId.Parts(id);
        var (folder, program) = (Product.TitleOf(vendor), Product.TitleOf(name));
        var uninstall = $@"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\{program}";
        return new Product(vendor, name)
        {
            Category = "Utility",
            Tracks = [],
            Evidence = new Dictionary<PlatformFamily, EvidenceVariant[]>
            {
                [PlatformFamily.Windows] = [new EvidenceVariant(100, [$@"C:\Program Files\{folder}\{program}\{name}.exe"], [uninstall])],
                [PlatformFamily.MacOS] = [new EvidenceVariant(100, [$"/Applications/{program}.app"], [])],
                [PlatformFamily.Linux] = [new EvidenceVariant(100, [$"/opt/{vendor}/{name}/bin/{name}"], [])],
            },
        };
    }
}

using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>Makes a catalog of given products: each release is a line of its own that has always existed.</summary>
internal sealed class GivenCatalog
{
    // Made-up ids have seven digits, which real ones do not reach, and years before anybody had the product.
    private const int FirstYear = 1999, Years = 10, FirstNumber = 1_000_000, Numbers = 9_000_000;

    // Files do not say what kind of software a product is.
    private readonly Dictionary<string, ProductFile> _known = CatalogFiles.Products().ToDictionary(file => Product.IdOf(file.Vendor, file.Name), StringComparer.Ordinal);
    private readonly Dictionary<Track, Weakness[]> _weaknesses = [];
    private readonly HashSet<string> _taken;

    public GivenCatalog(IReadOnlyList<GivenProduct> products)
    {
        _taken = products.SelectMany(product => product.Releases).SelectMany(release => release.Findings).Select(finding => finding.Cve).ToHashSet(StringComparer.Ordinal);
        Catalog = ProductCatalog.Of(products.Select(NewProduct));
        var cves = new CveOverlay(track => _weaknesses.GetValueOrDefault(track) ?? []);
        foreach (var product in Catalog.Products)
            product.CveOverlay = cves;
    }

    /// <summary>The catalog.</summary>
    public ProductCatalog Catalog { get; }

    private Product NewProduct(GivenProduct given)
    {
        var tracks = new Dictionary<GivenRelease, Track>(ReferenceEqualityComparer.Instance);
        foreach (var release in given.Releases)
            tracks.Add(release, NewTrack(release));
        var known = _known.GetValueOrDefault(Product.IdOf(given.Vendor, given.Name));
        var product = new Product(given.Vendor, given.Name)
        {
            Category = known?.Category ?? "Other",
            IsOperatingSystem = known?.IsOperatingSystem ?? GivenOsRelease.IsOperatingSystem(given.Vendor, given.Name),
            SideBySide = given.SideBySide,
            Tracks = [.. given.Releases.Select(release => tracks[release])],
        };
        foreach (var (release, variant) in given.Variants)
            product.Add(variant, new OverlayVersion(tracks[release], Generated: null));

        var unnamed = Unnamed(product.Id, given.FirstSeen.Utc.Year - 1, given.Releases.Max(release => release.Unnamed));
        foreach (var (release, track) in given.Releases.Zip(product.Tracks))
            _weaknesses[track] = [.. release.Findings.Select(finding => WeaknessOf(finding.Cve)), .. unnamed.AsSpan(0, release.Unnamed)];
        return product;
    }

    private static Track NewTrack(GivenRelease release) =>
        new(release.Version, Share.Always, release.Support.Date, null, [CatalogOverlay.Always], [release.Version], 0, null) { IsOverlaid = true, Given = release };

    /// <summary>CVEs that rows count and nobody names. A version with few has the first ones of a version with many, as those of a product overlap in life.</summary>
    private Weakness[] Unnamed(string product, int lastYear, int count)
    {
        var weaknesses = new Weakness[count];
        var key = StableHash.Mix(StableHash.Of(product), StableHash.Of("unnamed"));
        for (var i = 0; i < count; i++)
        {
            string id;
            do
            {
                key = StableHash.Mix(key);
                id = string.Create(CultureInfo.InvariantCulture, $"CVE-{Math.Max(FirstYear, lastYear - StableHash.Below(key >> 32, Years))}-{FirstNumber + StableHash.Below(key, Numbers)}");
            }
            while (!_taken.Add(id));
            weaknesses[i] = WeaknessOf(id);
        }

        return weaknesses;
    }

    /// <summary>It always counts, whenever it is said to be published: all marks have the same data.</summary>
    private static Weakness WeaknessOf(string id) => new(StableHash.Of(id), 0, int.MaxValue, CatalogOverlay.Always, id);
}

using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>All software that devices of a tenant can have: the listed products and the long tail of the tenant's seed.</summary>
public sealed class ProductCatalog
{
    private readonly Dictionary<string, Product> _byId;
    private readonly Dictionary<PlatformFamily, LongTail> _tails;

    internal ProductCatalog(IEnumerable<Product> listed, IReadOnlyDictionary<PlatformFamily, LongTail> tails, IEnumerable<Product>? more = null)
    {
        Listed = [.. listed];
        _tails = new Dictionary<PlatformFamily, LongTail>(tails);
        _byId = new Dictionary<string, Product>(StringComparer.OrdinalIgnoreCase);
        foreach (var product in Listed.Concat(tails.Values.SelectMany(tail => tail.Products)).Concat(more ?? []))
        {
            if (!_byId.TryAdd(product.Id, product))
                throw new InvalidDataException($"The catalog lists {product.Vendor}/{product.Name} twice.");
        }

        Products = [.. _byId.Values.OrderBy(product => product.Vendor, StringComparer.Ordinal).ThenBy(product => product.Name, StringComparer.Ordinal)];
        var tracks = new List<Track>();
        var variants = new List<(Product Product, int Variant, OverlayVersion Version)>();
        for (var rank = 0; rank < Products.Count; rank++)
        {
            var product = Products[rank];
            product.Rank = rank;
            product.Key = StableHash.Of(product.Id);
            foreach (var track in product.AllTracks)
            {
                track.Index = tracks.Count;
                track.Product = product;
                track.Key = StableHash.Mix(product.Key, StableHash.Of(track.Name));
                tracks.Add(track);
            }

            product.FirstOverlayVariant = variants.Count;
            variants.AddRange(product.OverlayVariants.Select((version, i) => (product, product.CommonVariants + i, version)));
        }

        UpdateSeries.Assign(Listed);
        Tracks = tracks;
        OverlayVariants = variants;
    }

    /// <summary>
    /// A catalog with more products, and with whatever was added to its own ones. It takes them over and numbers them anew: the first catalog cannot
    /// be used any more.
    /// </summary>
    internal ProductCatalog(ProductCatalog catalog, IEnumerable<Product> more)
        : this(catalog.Listed, catalog._tails, more)
    {
    }

    /// <summary>Every product, ordered by vendor and name.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>Every line of releases, in the order of the products.</summary>
    public IReadOnlyList<Track> Tracks { get; }

    /// <summary>The products that the catalog files list.</summary>
    internal IReadOnlyList<Product> Listed { get; }

    /// <summary>The variants that only one version shows, in the order of the products.</summary>
    internal IReadOnlyList<(Product Product, int Variant, OverlayVersion Version)> OverlayVariants { get; }

    /// <summary>The product with a software id, in any letter case; null when there is none.</summary>
    public Product? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The version of a device's operating system, as it was given or as its installations have it; that of a Linux distribution has the name in front of it. Null when there is
    /// none, which only an overlay can bring about.
    /// </summary>
    public string? OsVersionOf(in Device device, ReadOnlySpan<Installation> installations)
    {
        if (device.Given?.OsVersion is { } given)
            return given;

        foreach (ref readonly var installation in installations)
        {
            var track = Tracks[installation.Track];
            if (!track.Product.IsOperatingSystem)
                continue;
            var version = track.VersionOf(installation.Release);
            return track.Product.VariantsOn(PlatformFamily.Linux).Count > 0 ? $"{track.Product.Name}_{version}" : version;
        }

        return null;
    }

    internal LongTail TailOf(PlatformFamily family) => _tails[family];

    /// <summary>A catalog of some products, without a long tail.</summary>
    internal static ProductCatalog Of(IEnumerable<Product> products) =>
        new(products, Enum.GetValues<PlatformFamily>().ToDictionary(family => family, _ => LongTail.None));

    internal static ProductCatalog Make(long seed, WordPools words)
    {
        var listed = CatalogFiles.Products().Select(ProductReader.Read).ToList();
        var taken = listed.Select(product => product.Id).ToHashSet(StringComparer.Ordinal);
        return new ProductCatalog(listed, new Dictionary<PlatformFamily, LongTail>
        {
            [PlatformFamily.Windows] = LongTail.Make(PlatformFamily.Windows, 2400, 16, seed, words, taken),
            [PlatformFamily.MacOS] = LongTail.Make(PlatformFamily.MacOS, 400, 13, seed, words, taken),
            [PlatformFamily.Linux] = LongTail.Make(PlatformFamily.Linux, 600, 14, seed, words, taken),
        });
    }
}

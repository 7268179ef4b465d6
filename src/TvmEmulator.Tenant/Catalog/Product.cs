using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>A piece of software as the service names it.</summary>
public sealed class Product
{
    private readonly List<EvidenceVariant> _variants = [];
    private readonly List<Track> _overlayTracks = [];
    private readonly List<OverlayVersion> _overlayVariants = [];
    private readonly (int First, int Count)[] _variantsOn = new (int, int)[Enum.GetValues<PlatformFamily>().Length];

    internal Product(string vendor, string name)
    {
        Vendor = vendor;
        Name = name;
        Id = IdOf(vendor, name);
    }

    /// <summary>Lower-case vendor token, such as <c>microsoft</c>.</summary>
    public string Vendor { get; }

    /// <summary>Lower-case product token, such as <c>.net_framework</c>.</summary>
    public string Name { get; }

    /// <summary>The service's software id: <c>vendor-_-name</c>.</summary>
    public string Id { get; }

    /// <summary>The name as people write it, such as <c>Windows 11</c>.</summary>
    public string Title => TitleOf(Name);

    /// <summary>What kind of software it is, such as <c>Browser</c>.</summary>
    public required string Category { get; init; }

    /// <summary>When support of the whole product ends; null when no end is known.</summary>
    public Moment? EndOfSupport { get; init; }

    /// <summary>How its installations show themselves, for all families of platforms; then those of single versions, which come from an overlay.</summary>
    public IReadOnlyList<EvidenceVariant> Variants => _variants;

    /// <summary>Its generated lines of releases, oldest first.</summary>
    public required IReadOnlyList<Track> Tracks { get; init; }

    /// <summary>All its lines: the generated ones, and one for each version that an overlay adds.</summary>
    public IEnumerable<Track> AllTracks => Tracks.Concat(_overlayTracks);

    /// <summary>Whether each line is installed beside the others; else a device is on one line at a time.</summary>
    public bool SideBySide { get; init; }

    /// <summary>Place among all products, ordered by vendor and name (ordinal): the order of rows within a device.</summary>
    public int Rank { get; internal set; }

    /// <summary>Seed of everything that chance decides about this product; depends on its id alone.</summary>
    internal ulong Key { get; set; }

    /// <summary>The only platforms that it runs on, as a set of <see cref="OsPlatform"/> bits; 0 = no restriction.</summary>
    internal uint PlatformBits { get; init; }

    /// <summary>Whether it is the operating system itself: on every device of its platforms, and on no other.</summary>
    internal bool IsOperatingSystem { get; init; }

    /// <summary>The devices that it is for at all; null when for any.</summary>
    internal DeviceChoice? OnlyFor { get; init; }

    /// <summary>How common it is, by role; a product of the long tail has none, its devices are drawn through buckets.</summary>
    internal IReadOnlyDictionary<string, Share> Installs { get; init; } = new Dictionary<string, Share>(StringComparer.Ordinal);

    /// <summary>Mean number of CVEs that one release fixes, in thousandths.</summary>
    internal int CvesPerThousandReleases { get; init; }

    /// <summary>Famous CVEs that the catalog lists by their real ids.</summary>
    internal IReadOnlyList<ListedCve> ListedCves { get; init; } = [];

    /// <summary>How its installations show themselves, by family of platforms.</summary>
    internal IReadOnlyDictionary<PlatformFamily, EvidenceVariant[]> Evidence
    {
        init
        {
            foreach (var (family, variants) in value)
            {
                _variantsOn[(int)family] = (_variants.Count, variants.Length);
                _variants.AddRange(variants);
            }
        }
    }

    /// <summary>Date of its first release.</summary>
    internal Moment Start => Tracks[0].Start;

    /// <summary>Whether it is of a given organization, so that lines are single releases and two of them may have one version.</summary>
    internal bool IsGiven => Tracks is [{ Given: not null }, ..];

    /// <summary>The CVEs of an overlay or of a given organization; null when there are none.</summary>
    internal CveOverlay? CveOverlay { get; set; }

    /// <summary>How many of <see cref="Variants"/> any release may show.</summary>
    internal int CommonVariants => _variants.Count - _overlayVariants.Count;

    /// <summary>The versions that the other <see cref="Variants"/> belong to.</summary>
    internal IReadOnlyList<OverlayVersion> OverlayVariants => _overlayVariants;

    /// <summary>The number that its updates take: see <see cref="Weaknesses.UpdateSeries"/>.</summary>
    internal int UpdateSeries { get; set; }

    /// <summary>Place of the first of <see cref="OverlayVariants"/> among those of all products.</summary>
    internal int FirstOverlayVariant { get; set; }

    /// <summary>A vendor or name as people write it.</summary>
    public static string TitleOf(string token) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(token.Replace('_', ' '));

    internal static string IdOf(string vendor, string name) => $"{vendor}-_-{name}";

    /// <summary>Which of <see cref="Variants"/> occur on a family of platforms; none where the catalog has none.</summary>
    internal (int First, int Count) VariantsOn(PlatformFamily family) => _variantsOn[(int)family];

    /// <summary>The one of <see cref="Variants"/> that a hash draws for a family of platforms; -1 when there is none.</summary>
    internal int VariantOf(PlatformFamily family, ulong hash)
    {
        var (first, count) = VariantsOn(family);
        var draw = StableHash.Below(hash, 100);
        for (var i = first; i < first + count; i++)
        {
            if ((draw -= Variants[i].Share) < 0)
                return i;
        }

        return first + count - 1;
    }

    /// <summary>Adds a line of an overlay. Only before the product is in a catalog.</summary>
    internal void Add(Track track) => _overlayTracks.Add(track);

    /// <summary>Adds a variant that only one version shows. Only before the product is in a catalog.</summary>
    /// <returns>Its place in <see cref="Variants"/>.</returns>
    internal int Add(EvidenceVariant variant, OverlayVersion version)
    {
        _variants.Add(variant);
        _overlayVariants.Add(version);
        return _variants.Count - 1;
    }
}

/// <summary>A real CVE of the catalog.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Published">When it was published.</param>
/// <param name="CvssTenths">CVSS v3 base score times ten.</param>
/// <param name="FixedIn">The first version that is not affected.</param>
internal sealed record ListedCve(string Id, Moment Published, int CvssTenths, string FixedIn);

using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>A piece of software as the service names it.</summary>
public sealed class Product
{
    private readonly List<EvidenceVariant> _variants = [];
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

    /// <summary>What kind of software it is, such as <c>Browser</c>.</summary>
    public required string Category { get; init; }

    /// <summary>When support of the whole product ends; null when no end is known.</summary>
    public Moment? EndOfSupport { get; init; }

    /// <summary>How its installations show themselves, for all families of platforms.</summary>
    public IReadOnlyList<EvidenceVariant> Variants => _variants;

    /// <summary>Its lines of releases, oldest first.</summary>
    public required IReadOnlyList<Track> Tracks { get; init; }

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

    internal static string IdOf(string vendor, string name) => $"{vendor}-_-{name}";

    /// <summary>Which of <see cref="Variants"/> occur on a family of platforms; none where the catalog has none.</summary>
    internal (int First, int Count) VariantsOn(PlatformFamily family) => _variantsOn[(int)family];
}

/// <summary>A real CVE of the catalog.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Published">When it was published.</param>
/// <param name="CvssTenths">CVSS v3 base score times ten.</param>
/// <param name="FixedIn">The first version that is not affected.</param>
internal sealed record ListedCve(string Id, Moment Published, int CvssTenths, string FixedIn);

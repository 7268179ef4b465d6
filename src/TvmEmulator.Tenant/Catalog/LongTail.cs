using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>
/// The products that hardly anybody has. Each owns a few buckets of its family's fixed space, and a device draws buckets: tens of draws a
/// device in place of thousands of tests. New products take free buckets, so the earlier ones keep their devices.
/// </summary>
internal sealed class LongTail
{
    private static readonly string[] Kinds = ["agent", "studio", "client", "viewer", "suite", "manager", "toolkit", "connector", "server", "player", "plugin", "service"];
    private static readonly string[] Categories = ["Utility", "Development", "Management", "Media", "Communication", "Driver", "Office", "Server"];
    private static readonly int[] Cadences = [30, 45, 60, 60, 90, 90, 120, 180, 365];

    private readonly ushort[] _owners;

    private LongTail(Product[] products, ushort[] owners)
    {
        Products = products;
        _owners = owners;
    }

    /// <summary>No products.</summary>
    public static LongTail None { get; } = new([], [ushort.MaxValue]);

    public IReadOnlyList<Product> Products { get; }

    /// <summary>The product whose bucket a hash falls into; null when nobody owns it.</summary>
    public Product? Draw(ulong hash)
    {
        var owner = _owners[(int)(hash >> 32) & (_owners.Length - 1)];
        return owner == ushort.MaxValue ? null : Products[owner];
    }

    /// <summary>
    /// Makes the long tail of a family: <paramref name="count"/> products in a space of 2^<paramref name="spaceBits"/> buckets,
    /// none under an id that is in <paramref name="taken"/>.
    /// </summary>
    public static LongTail Make(PlatformFamily family, int count, int spaceBits, long seed, WordPools words, HashSet<string> taken)
    {
        var owners = new ushort[1 << spaceBits];
        Array.Fill(owners, ushort.MaxValue);
        var used = 0;
        var products = new Product[count];
        for (var i = 0; i < count; i++)
        {
            var hash = StableHash.Mix(StableHash.Mix((ulong)seed, (ulong)family + 101), (ulong)i);
            products[i] = MakeProduct(family, hash, words, taken);

            var buckets = Math.Min(BucketsOf(StableHash.Mix(hash, 1)), owners.Length - used);
            owners.AsSpan(used, buckets).Fill((ushort)i);
            used += buckets;
        }

        return new LongTail(products, owners);
    }

    private static int BucketsOf(ulong hash)
    {
        var size = StableHash.Below(hash, 100);
        var within = hash >> 32;
        return size switch
        {
            < 40 => 1 + StableHash.Below(within, 4),
            < 75 => 5 + StableHash.Below(within, 16),
            < 95 => 21 + StableHash.Below(within, 60),
            _ => 81 + StableHash.Below(within, 160),
        };
    }

    private static Product MakeProduct(PlatformFamily family, ulong hash, WordPools words, HashSet<string> taken)
    {
        var vendor = words.Vendors[StableHash.Below(StableHash.Mix(hash, 2), words.Vendors.Count)];
        var stem = words.Products[StableHash.Below(StableHash.Mix(hash, 3), words.Products.Count)];
        var name = $"{stem}_{Kinds[StableHash.Below(StableHash.Mix(hash, 4), Kinds.Length)]}";
        for (var number = 2; !taken.Add(Product.IdOf(vendor, name)); number++)
            name = $"{stem}_{number.ToString(CultureInfo.InvariantCulture)}";

        var ended = StableHash.Below(StableHash.Mix(hash, 5), 10) == 0;
        var track = MakeTrack(StableHash.Mix(hash, 6), ended);
        var cves = StableHash.Mix(hash, 7);
        return new Product(vendor, name)
        {
            Category = Categories[StableHash.Below(StableHash.Mix(hash, 8), Categories.Length)],
            Tracks = [track],
            EndOfSupport = ended ? track.DateOf(track.ListedReleases - 1).PlusDays(365) : null,
            CvesPerThousandReleases = StableHash.Below(cves, 100) < 60 ? 0 : 50 + StableHash.Below(cves >> 32, 500),
            Evidence = new Dictionary<PlatformFamily, EvidenceVariant[]> { [family] = EvidenceOf(family, vendor, name, hash) },
        };
    }

    private static Track MakeTrack(ulong hash, bool ended)
    {
        var date = Moment.OfDate("2015-01-05").PlusDays(StableHash.Below(hash, 3400));
        var cadence = Cadences[StableHash.Below(StableHash.Mix(hash, 1), Cadences.Length)];
        var draw = StableHash.Mix(hash, 2);
        var (version, operations) = StableHash.Below(draw, 10) switch
        {
            < 4 => ($"{Number(draw, 1, 12)}.{Number(draw, 2, 9)}.0", new[] { "=", "+1", "=" }),
            < 6 => ($"{Number(draw, 1, 9)}.{Number(draw, 2, 30)}", ["=", "+1"]),
            < 8 => ($"{Number(draw, 1, 20)}.0.{Number(draw, 2, 900)}.{Number(draw, 3, 90)}", ["=", "=", "+17", "+3"]),
            < 9 => ($"{Number(draw, 1, 6)}.{Number(draw, 2, 9)}.{Number(draw, 3, 40)}", ["=", "=", "+1"]),
            _ => ($"{Number(draw, 1, 6)}.0.0-r{Number(draw, 2, 50)}", ["=", "+1", "=", "+12"]),
        };
        var step = VersionStep.Parse(operations, version);
        if (!ended)
            return new Track("stable", Share.Always, null, null, [date], [version], cadence, step);

        var releases = 3 + StableHash.Below(StableHash.Mix(hash, 3), 9);
        Moment[] dates = [.. Enumerable.Range(0, releases).Select(i => date.PlusDays(i * cadence))];
        return new Track("stable", Share.Always, null, null, dates, [.. Enumerable.Range(0, releases).Select(i => step.Apply(version, i, dates[i].Utc))], 0, null);
    }

    private static string Number(ulong draw, ulong place, int bound) =>
        StableHash.Below(StableHash.Mix(draw, place), bound).ToString(CultureInfo.InvariantCulture);

    private static EvidenceVariant[] EvidenceOf(PlatformFamily family, string vendor, string name, ulong hash)
    {
        var folder = Title(vendor);
        var program = Title(name);
        switch (family)
        {
            case PlatformFamily.Windows:
                var code = StableHash.Mix(hash, 9);
                var guid = $"{{{code >> 32:X8}-{(code >> 16) & 0xFFFF:X4}-{code & 0xFFFF:X4}-{StableHash.Mix(code) >> 48:X4}-{StableHash.Mix(code) & 0xFFFFFFFFFFFF:X12}}}";
                var uninstall = $@"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\{guid}";
                return
                [
                    new EvidenceVariant(75, [$@"C:\Program Files\{folder}\{program}\{name}.exe"], [uninstall]),
                    new EvidenceVariant(20, [$@"C:\Users\{EvidenceVariant.User}\AppData\Local\Programs\{program}\{name}.exe"], []),
                    new EvidenceVariant(5, [], [uninstall]),
                ];
            case PlatformFamily.MacOS:
                return [new EvidenceVariant(92, [$"/Applications/{program}.app"], []), new EvidenceVariant(8, [$"/Users/{EvidenceVariant.User}/Applications/{program}.app"], [])];
            default:
                return [new EvidenceVariant(85, [$"/opt/{vendor}/{name}/bin/{name}"], []), new EvidenceVariant(15, [], [])];
        }
    }

    private static string Title(string token) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(token.Replace('_', ' '));
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>Makes releases and installations out of rows: device by device it puts inventory and vulnerabilities together, then it orders everything.</summary>
internal sealed class ReleaseDraft
{
    /// <summary>The most CVEs that affect a release.</summary>
    public const int MostWeaknesses = 20_000;

    private static readonly SupportState NoEnd = new("None", null);

    private readonly IReadOnlyList<GivenSoftware> _software;
    private readonly IReadOnlyList<GivenFinding> _findings;
    private readonly int[] _rankOfSoftware;
    private readonly int[] _rankOfFinding;
    private readonly Numbering<int[]> _findingSets = new(new SameNumbers());
    private readonly Numbering<Key> _keys = new();
    private readonly Dictionary<(int Key, EvidenceVariant Paths), int> _variants = [];
    private int[] _placeOfKey = [];
    private int _devices, _inventoryRows, _vulnerabilityRows, _repeated, _unnamed, _uncounted, _following;

    public ReleaseDraft(IReadOnlyList<GivenSoftware> software, IReadOnlyList<GivenFinding> findings)
    {
        _software = software;
        _findings = findings;
        _rankOfSoftware = RanksOf(software, Compare);
        // Findings of one CVE have one rank, whatever update they recommend.
        var ids = findings.Select(finding => finding.Cve).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((id, rank) => (id, rank)).ToDictionary(StringComparer.Ordinal);
        _rankOfFinding = [.. findings.Select(finding => ids[finding.Cve])];
    }

    /// <summary>What the rows were, so far.</summary>
    public GivenCounts Counts => new(_devices, _inventoryRows, _vulnerabilityRows, _repeated, _unnamed, _uncounted, _following);

    /// <summary>The installations of a device, in row order.</summary>
    /// <exception cref="InvalidDataException">It has more than there is room for.</exception>
    public InstallationDraft[] Merge(string device, List<InventoryDraft> rows, List<FindingDraft> findings)
    {
        var inventory = LastOfEach(rows, row => _rankOfSoftware[row.Software]);
        var known = LastOfEach(findings, row => ((long)_rankOfSoftware[row.Software] << 32) + (row.Finding < 0 ? 0 : _rankOfFinding[row.Finding] + 1));
        _devices++;
        _inventoryRows += inventory.Length;
        _vulnerabilityRows += known.Length;
        _repeated += rows.Count - inventory.Length + findings.Count - known.Length;

        var merged = new List<InstallationDraft>(inventory.Length);
        for (int i = 0, first = 0; i < inventory.Length || first < known.Length;)
        {
            var next = i < inventory.Length ? _rankOfSoftware[inventory[i].Software] : int.MaxValue;
            var nextKnown = first < known.Length ? _rankOfSoftware[known[first].Software] : int.MaxValue;
            var end = first;
            while (nextKnown <= next && end < known.Length && _rankOfSoftware[known[end].Software] == nextKnown)
                end++;

            var found = known.AsSpan(first, end - first);
            merged.Add(next <= nextKnown ? Installed(inventory[i++], found) : Following(found));
            if (found.Length > MostWeaknesses)
                throw new InvalidDataException($"device '{device}' has {found.Length} vulnerability rows of one software, at most {MostWeaknesses} are possible");
            first = end;
        }

        if (merged.Count > InstallationRules.MostGiven)
            throw new InvalidDataException($"device '{device}' has {merged.Count} installations, at most {InstallationRules.MostGiven} are possible");
        return [.. merged];
    }

    /// <summary>Puts all releases in order.</summary>
    /// <param name="devices">The installations of each device.</param>
    public GivenProduct[] Finish(IReadOnlyList<InstallationDraft[]> devices)
    {
        var order = Enumerable.Range(0, _keys.All.Count).OrderBy(key => _rankOfSoftware[_keys.All[key].Software]).ToArray();
        var releaseOfKey = new GivenRelease[order.Length];
        var productOfKey = new GivenProduct[order.Length];
        var products = new List<GivenProduct>();
        _placeOfKey = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            var number = order[place];
            var key = _keys.All[number];
            var (vendor, name, version) = _software[key.Software];
            if (products.Count == 0 || products[^1].Vendor != vendor || products[^1].Name != name)
                products.Add(new GivenProduct(vendor, name));
            _placeOfKey[number] = place;
            productOfKey[number] = products[^1];
            releaseOfKey[number] = new GivenRelease(version, key.Support, [.. _findingSets.All[key.Findings].Select(finding => _findings[finding])], key.Unnamed);
            products[^1].Releases.Add(releaseOfKey[number]);
        }

        foreach (var installations in devices)
        {
            for (var i = 0; i < installations.Length; i++)
            {
                var product = productOfKey[installations[i].Key];
                product.SideBySide |= i > 0 && productOfKey[installations[i - 1].Key] == product;
                if (installations[i].Paths is { } paths && _variants.TryAdd((installations[i].Key, paths), product.Variants.Count))
                    product.Variants.Add((releaseOfKey[installations[i].Key], paths));
            }
        }

        return [.. products];
    }

    /// <summary>The installations of a device with the places that releases and variants have got.</summary>
    public GivenInstallation[] Place(InstallationDraft[] installations) => Array.ConvertAll(
        installations,
        draft => new GivenInstallation(_placeOfKey[draft.Key], draft.Paths is { } paths ? _variants[(draft.Key, paths)] : -1, draft.FirstSeen));

    private InstallationDraft Installed(in InventoryDraft row, ReadOnlySpan<FindingDraft> found)
    {
        var findings = NumbersOf(found);
        var unnamed = Math.Max(0, row.Weaknesses - findings.Length);
        _unnamed += unnamed;
        _uncounted += Math.Max(0, findings.Length - row.Weaknesses);
        return new InstallationDraft(_keys.NumberOf(new Key(row.Software, row.Support, _findingSets.NumberOf(findings), unnamed)), row.Paths, row.FirstSeen);
    }

    /// <summary>An installation that only vulnerability rows name: it is as old as the oldest of them.</summary>
    private InstallationDraft Following(ReadOnlySpan<FindingDraft> found)
    {
        _following++;
        var firstSeen = found[0].FirstSeen;
        foreach (ref readonly var row in found)
            firstSeen = row.FirstSeen < firstSeen ? row.FirstSeen : firstSeen;
        return new InstallationDraft(_keys.NumberOf(new Key(found[0].Software, NoEnd, _findingSets.NumberOf(NumbersOf(found)), 0)), found[0].Paths, firstSeen);
    }

    /// <summary>The findings among some rows; a row without a CVE says that there are none.</summary>
    private static int[] NumbersOf(ReadOnlySpan<FindingDraft> found)
    {
        var numbers = new List<int>(found.Length);
        foreach (ref readonly var row in found)
        {
            if (row.Finding >= 0)
                numbers.Add(row.Finding);
        }

        return [.. numbers];
    }

    /// <summary>Rows ordered by key, each key with its last row.</summary>
    private static T[] LastOfEach<T>(List<T> rows, Func<T, long> key) => [.. rows.GroupBy(key).OrderBy(same => same.Key).Select(same => same.Last())];

    private static int[] RanksOf<T>(IReadOnlyList<T> values, Comparison<T> compare)
    {
        var order = Enumerable.Range(0, values.Count).ToArray();
        Array.Sort(order, (a, b) => compare(values[a], values[b]));
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }

    private static int Compare(GivenSoftware a, GivenSoftware b)
    {
        var order = string.CompareOrdinal(a.Vendor, b.Vendor);
        if (order == 0)
            order = string.CompareOrdinal(a.Name, b.Name);
        return order != 0 ? order : VersionOrder.Instance.Compare(a.Version, b.Version);
    }

    /// <summary>What makes a release one of its own.</summary>
    private readonly record struct Key(int Software, SupportState Support, int Findings, int Unnamed);

    private sealed class SameNumbers : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = default(HashCode);
            foreach (var number in obj)
                hash.Add(number);
            return hash.ToHashCode();
        }
    }
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;
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
    private readonly Numbering<int[]> _findingSets = new(SameNumbers.Instance);
    private readonly Numbering<Key> _keys = new();
    private readonly Dictionary<(int Key, EvidenceVariant Paths), int> _variants = [];
    private int[] _placeOfKey = [];
    private int _devices, _inventoryRows, _vulnerabilityRows, _repeated, _unnamed, _uncounted, _following, _withoutInventory;

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
    public GivenCounts Counts => new(_devices, _inventoryRows, _vulnerabilityRows, _repeated, _unnamed, _uncounted, _following, _withoutInventory, OtherRows: 0);

    /// <summary>Puts the rows of a device together.</summary>
    /// <exception cref="InvalidDataException">It has more than there is room for.</exception>
    public MergedRows Merge(string device, List<InventoryDraft> rows, List<FindingDraft> findings)
    {
        var inventory = LastOfEach(rows, row => _rankOfSoftware[row.Software]);
        var known = LastOfEach(findings, row => ((long)_rankOfSoftware[row.Software] << 32) + _rankOfFinding[row.Finding]);
        _devices++;
        _withoutInventory += rows.Count + findings.Count == 0 ? 1 : 0;
        _inventoryRows += inventory.Length;
        _vulnerabilityRows += known.Length;
        _repeated += rows.Count - inventory.Length + findings.Count - known.Length;

        var merged = new List<InstallationDraft>(inventory.Length);
        var seen = new List<Moment>(known.Length);
        for (int i = 0, first = 0; i < inventory.Length || first < known.Length;)
        {
            var next = i < inventory.Length ? _rankOfSoftware[inventory[i].Software] : int.MaxValue;
            var nextKnown = first < known.Length ? _rankOfSoftware[known[first].Software] : int.MaxValue;
            var end = first;
            while (nextKnown <= next && end < known.Length && _rankOfSoftware[known[end].Software] == nextKnown)
                end++;

            // That there is none is not believed where another row names one; it comes first.
            if (end - first > 1 && _findings[known[first].Finding].IsNone)
                first++;
            var found = known.AsSpan(first, end - first);
            merged.Add(next <= nextKnown ? Installed(inventory[i++], found, seen.Count) : Following(found, seen.Count));
            foreach (ref readonly var row in found)
                seen.Add(row.FirstSeen);
            if (found.Length > MostWeaknesses)
                throw new InvalidDataException($"device '{device}' has {found.Length} vulnerability rows of one software, at most {MostWeaknesses} are possible");
            first = end;
        }

        if (merged.Count > InstallationRules.MostGiven)
            throw new InvalidDataException($"device '{device}' has {merged.Count} installations, at most {InstallationRules.MostGiven} are possible");
        return new MergedRows([.. merged], [.. seen]);
    }

    /// <summary>Puts all releases in order.</summary>
    /// <param name="devices">The installations of each device.</param>
    public GivenProduct[] Finish(IEnumerable<InstallationDraft[]> devices)
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
            var findings = _findingSets.All[key.Findings].Select(finding => _findings[finding]).ToLookup(finding => finding.IsNone);
            releaseOfKey[number] = new GivenRelease(version, key.Support, [.. findings[false]], findings[true].SingleOrDefault(), key.Unnamed);
            products[^1].Releases.Add(releaseOfKey[number]);
        }

        foreach (var installations in devices)
        {
            for (var i = 0; i < installations.Length; i++)
            {
                var product = productOfKey[installations[i].Key];
                if (installations[i].FirstSeen < product.FirstSeen)
                    product.FirstSeen = installations[i].FirstSeen;
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
        draft => new GivenInstallation(_placeOfKey[draft.Key], draft.Paths is { } paths ? _variants[(draft.Key, paths)] : -1, draft.FirstSeen, draft.FirstFinding));

    private InstallationDraft Installed(in InventoryDraft row, ReadOnlySpan<FindingDraft> found, int firstFinding)
    {
        var named = found.Length > 0 && _findings[found[0].Finding].IsNone ? 0 : found.Length;
        var unnamed = Math.Max(0, row.Weaknesses - named);
        _unnamed += unnamed;
        _uncounted += Math.Max(0, named - row.Weaknesses);
        return new InstallationDraft(NumberOf(row.Software, row.Support, found, unnamed), row.Paths, row.FirstSeen, firstFinding);
    }

    /// <summary>An installation that only vulnerability rows name: it is as old as the oldest of them.</summary>
    private InstallationDraft Following(ReadOnlySpan<FindingDraft> found, int firstFinding)
    {
        _following++;
        var firstSeen = found[0].FirstSeen;
        foreach (ref readonly var row in found)
            firstSeen = row.FirstSeen < firstSeen ? row.FirstSeen : firstSeen;
        return new InstallationDraft(NumberOf(found[0].Software, NoEnd, found, 0), found[0].Paths, firstSeen, firstFinding);
    }

    private int NumberOf(int software, SupportState support, ReadOnlySpan<FindingDraft> found, int unnamed)
    {
        var findings = new int[found.Length];
        for (var i = 0; i < findings.Length; i++)
            findings[i] = found[i].Finding;
        return _keys.NumberOf(new Key(software, support, _findingSets.NumberOf(findings), unnamed));
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
}

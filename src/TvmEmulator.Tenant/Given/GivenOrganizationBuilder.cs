using System.Runtime.InteropServices;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>
/// Collects the rows of an organization, in any order, and puts them together. A later row stands in place of an earlier one with the same key, and
/// what it says about its device goes before what was said earlier. It keeps some 50 bytes a row; texts should be shared by the caller.
/// </summary>
public sealed class GivenOrganizationBuilder
{
    private readonly Dictionary<string, DeviceDraft> _devices = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DeviceDraft> _deviceOrder = [];
    private readonly GroupDraft _groups = new();
    private readonly Numbering<GivenSoftware> _software = new();
    private readonly Numbering<GivenFinding> _findings = new();
    private readonly Dictionary<string, GivenCve> _cves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Moment> _cvesFirstSeen = new(StringComparer.Ordinal);
    private readonly Dictionary<GivenKind, GivenTableBuilder> _tables = [];
    private readonly Dictionary<string, GivenSoftware> _productIds = new(StringComparer.OrdinalIgnoreCase);

    private int _rows;
    private Moment? _newest;

    /// <summary>Devices so far.</summary>
    public int Devices => _deviceOrder.Count;

    /// <summary>Takes in what a row says about its device.</summary>
    /// <returns>What is wrong with it, with the name of its column; null when nothing is.</returns>
    public (string Column, string Problem)? AddDevice(GivenDeviceText device)
    {
        ref var draft = ref CollectionsMarshal.GetValueRefOrAddDefault(_devices, device.Id, out var isKnown);
        if (!isKnown)
            _deviceOrder.Add(draft = new DeviceDraft(device.Id));
        // Devices are found by their id in any letter case, so no two may have the same.
        else if (draft!.Id != device.Id)
            return ("deviceId", $"'{device.Id}' cannot be told from '{draft.Id}' of an earlier row");

        if (_newest is null || device.Seen > _newest)
            _newest = device.Seen;
        draft!.Name = device.Name ?? draft.Name;
        draft.Platform = device.Platform ?? draft.Platform;
        draft.OsVersion = device.OsVersion ?? draft.OsVersion;
        draft.OsArchitecture = device.OsArchitecture ?? draft.OsArchitecture;
        draft.IsOnboarded = device.IsOnboarded ?? draft.IsOnboarded;
        if (device.GroupName is null && device.GroupId is null)
            return null;
        (draft.GroupId, draft.GroupName) = (device.GroupId, device.GroupName);
        return _groups.Add(device.GroupId, device.GroupName);
    }

    /// <summary>Takes in a row of the software inventory of a device that is known.</summary>
    /// <returns>What is wrong with it, with the name of its column; null when nothing is.</returns>
    public (string Column, string Problem)? Add(string deviceId, in GivenInventoryRow row)
    {
        if (Check(row.Software) is { } problem)
            return problem;
        var device = _devices[deviceId];
        device.FirstRow = Math.Min(device.FirstRow, _rows++);
        device.Rows.Add(new InventoryDraft(_software.NumberOf(row.Software), row.Weaknesses, row.Support, row.Paths, row.FirstSeen, row.LastSeen));
        return null;
    }

    /// <summary>Takes in a row of the software vulnerabilities of a device that is known.</summary>
    /// <returns>What is wrong with it, with the name of its column; null when nothing is.</returns>
    public (string Column, string Problem)? Add(string deviceId, in GivenVulnerabilityRow row)
    {
        if (Check(row.Software) is { } problem)
            return problem;

        if (row.Cve is { } cve)
        {
            _cves[cve.Id] = cve;
            _cvesFirstSeen[cve.Id] = _cvesFirstSeen.TryGetValue(cve.Id, out var earlier) && earlier < row.FirstSeen ? earlier : row.FirstSeen;
        }

        var finding = _findings.NumberOf(new GivenFinding(row.Cve?.Id ?? "", row.Update, row.Batch.Title, row.Batch.Url));
        var device = _devices[deviceId];
        device.FirstFinding = Math.Min(device.FirstFinding, _rows++);
        device.Findings.Add(new FindingDraft(_software.NumberOf(row.Software), finding, row.Paths, row.FirstSeen, row.LastSeen));
        return null;
    }

    /// <summary>What collects the rows of an assessment that are kept as they are. Their devices must be known.</summary>
    /// <param name="kind">The assessment.</param>
    /// <param name="columns">The names of its columns, but those that speak of the device.</param>
    /// <param name="keys">Those that tell a device's rows apart.</param>
    public GivenTableBuilder TableOf(GivenKind kind, IReadOnlyList<string> columns, IEnumerable<string> keys)
    {
        if (!_tables.TryGetValue(kind, out var table))
            _tables.Add(kind, table = new GivenTableBuilder(columns, keys));
        return table;
    }

    /// <summary>Puts everything together. The builder is of no use afterwards.</summary>
    /// <param name="hash">A hash of all that was read, at least 8 bytes.</param>
    /// <param name="notes">What a user should know about the files.</param>
    /// <exception cref="InvalidDataException">A device has more than there is room for.</exception>
    public GivenOrganization Build(byte[] hash, IReadOnlyList<string> notes)
    {
        // The order of rows is that of the inventory, whatever the files are called.
        var drafts = _deviceOrder.OrderBy(device => device.FirstRow).ThenBy(device => device.FirstFinding).ToList();
        var groups = _groups.Number();
        var releases = new ReleaseDraft(_software.All, _findings.All);
        var rows = drafts.ConvertAll(device => releases.Merge(device.Id, device.Rows, device.Findings));
        var products = releases.Finish(rows.Select(merged => merged.Installations));

        var devices = new GivenDevice[drafts.Count];
        for (var i = 0; i < devices.Length; i++)
        {
            var draft = drafts[i];
            devices[i] = new GivenDevice
            {
                Id = draft.Id,
                Name = draft.Name ?? draft.Id,
                Platform = draft.Platform ?? "Unknown",
                OsVersion = draft.OsVersion,
                OsArchitecture = draft.OsArchitecture,
                IsOnboarded = draft.IsOnboarded,
                Group = groups.Of(draft.GroupId, draft.GroupName),
                LastSeen = MostOften(draft.Rows.Select(row => row.LastSeen)) ?? MostOften(draft.Findings.Select(row => row.LastSeen)),
                Installations = releases.Place(rows[i].Installations),
                FindingsSeen = rows[i].FindingsSeen,
            };
        }

        var tables = _tables.ToDictionary(table => table.Key, table => table.Value.Build());
        var counts = releases.Counts with
        {
            RepeatedRows = releases.Counts.RepeatedRows + _tables.Values.Sum(table => table.Repeated),
            OtherRows = _tables.Values.Sum(table => table.Rows),
        };
        var cves = _cves.ToDictionary(
            cve => cve.Key, cve => cve.Value with { Published = GivenPublication.Of(cve.Key, _cvesFirstSeen[cve.Key]) }, StringComparer.Ordinal);
        return new GivenOrganization(devices, groups.All, products, cves, tables, counts, hash) { Notes = notes, Newest = _newest };
    }

    /// <summary>
    /// A device reports everything at one time, and what came later has been seen since. So the time that most rows have is the device's own.
    /// </summary>
    private static Moment? MostOften(IEnumerable<Moment?> times) => times
        .OfType<Moment>()
        .GroupBy(time => time.Seconds)
        .OrderByDescending(same => same.Count())
        .ThenByDescending(same => same.Key)
        .Select(same => (Moment?)new Moment(same.Key))
        .FirstOrDefault();

    /// <summary>Products are found by their id in any letter case, so no two may have the same, and by a segment of a URL, which no slash can be in.</summary>
    private (string Column, string Problem)? Check(GivenSoftware software)
    {
        if (software.Vendor.Contains('/'))
            return ("softwareVendor", $"'{software.Vendor}' has a slash, and no URL would find it");
        if (software.Name.Contains('/'))
            return ("softwareName", $"'{software.Name}' has a slash, and no URL would find it");

        var product = software with { Version = "" };
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_productIds, Product.IdOf(software.Vendor, software.Name), out var isKnown);
        if (!isKnown)
            known = product;
        return known == product
            ? null
            : ("softwareName", $"'{product.Vendor}' '{product.Name}' cannot be told from '{known.Vendor}' '{known.Name}' of an earlier row");
    }

    private sealed class DeviceDraft(string id)
    {
        public string Id { get; } = id;

        public string? Name { get; set; }

        public string? Platform { get; set; }

        public string? OsVersion { get; set; }

        public string? OsArchitecture { get; set; }

        public bool? IsOnboarded { get; set; }

        public int? GroupId { get; set; }

        public string? GroupName { get; set; }

        /// <summary>Place of its first inventory row among all rows.</summary>
        public int FirstRow { get; set; } = int.MaxValue;

        /// <summary>Place of its first vulnerability row among all rows.</summary>
        public int FirstFinding { get; set; } = int.MaxValue;

        public List<InventoryDraft> Rows { get; } = [];

        public List<FindingDraft> Findings { get; } = [];
    }
}

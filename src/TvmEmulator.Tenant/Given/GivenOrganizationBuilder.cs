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
    private readonly Dictionary<string, DeviceDraft> _devices = new(StringComparer.Ordinal);
    private readonly List<DeviceDraft> _deviceOrder = [];
    private readonly GroupDraft _groups = new();
    private readonly Numbering<GivenSoftware> _software = new();
    private readonly Numbering<GivenFinding> _findings = new();
    private readonly Dictionary<string, GivenCve> _cves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GivenSoftware> _productIds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Devices so far.</summary>
    public int Devices => _deviceOrder.Count;

    /// <summary>Takes in what a row says about its device.</summary>
    /// <returns>What is wrong with it, with the name of its column; null when nothing is.</returns>
    public (string Column, string Problem)? AddDevice(GivenDeviceText device)
    {
        ref var draft = ref CollectionsMarshal.GetValueRefOrAddDefault(_devices, device.Id, out var isKnown);
        if (!isKnown)
            _deviceOrder.Add(draft = new DeviceDraft(device.Id));

        draft!.Name = device.Name ?? draft.Name;
        draft.Platform = device.Platform ?? draft.Platform;
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
        _devices[deviceId].Rows.Add(new InventoryDraft(_software.NumberOf(row.Software), row.Weaknesses, row.Support, row.Paths, row.FirstSeen, row.LastSeen));
        return null;
    }

    /// <summary>Takes in a row of the software vulnerabilities of a device that is known.</summary>
    /// <returns>What is wrong with it, with the name of its column; null when nothing is.</returns>
    public (string Column, string Problem)? Add(string deviceId, in GivenVulnerabilityRow row)
    {
        if (Check(row.Software) is { } problem)
            return problem;

        var finding = -1;
        if (row.Cve is { } cve)
        {
            _cves[cve.Id] = cve;
            finding = _findings.NumberOf(new GivenFinding(cve.Id, row.Update));
        }

        _devices[deviceId].Findings.Add(new FindingDraft(_software.NumberOf(row.Software), finding, row.Paths, row.FirstSeen, row.LastSeen));
        return null;
    }

    /// <summary>Puts everything together. The builder is of no use afterwards.</summary>
    /// <param name="hash">A hash of all that was read, at least 8 bytes.</param>
    /// <exception cref="InvalidDataException">A device has more than there is room for.</exception>
    public GivenOrganization Build(byte[] hash)
    {
        var groups = _groups.Number();
        var releases = new ReleaseDraft(_software.All, _findings.All);
        var rows = _deviceOrder.ConvertAll(device => releases.Merge(device.Id, device.Rows, device.Findings));
        var products = releases.Finish(rows);

        var devices = new GivenDevice[_deviceOrder.Count];
        for (var i = 0; i < devices.Length; i++)
        {
            var draft = _deviceOrder[i];
            devices[i] = new GivenDevice
            {
                Id = draft.Id,
                Name = draft.Name ?? draft.Id,
                Platform = draft.Platform ?? "Unknown",
                Group = groups.Of(draft.GroupId, draft.GroupName),
                LastSeen = MostOften(draft.Rows.Select(row => row.LastSeen)) ?? MostOften(draft.Findings.Select(row => row.LastSeen)),
                Installations = releases.Place(rows[i]),
            };
        }

        return new GivenOrganization(devices, groups.All, products, _cves, releases.Counts, hash);
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

    /// <summary>Products are found by their id in any letter case, so no two may have the same.</summary>
    private (string Column, string Problem)? Check(GivenSoftware software)
    {
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

        public int? GroupId { get; set; }

        public string? GroupName { get; set; }

        public List<InventoryDraft> Rows { get; } = [];

        public List<FindingDraft> Findings { get; } = [];
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>
/// The tenant at one moment. It keeps counts only (a few bytes a device and a release); devices and installations are evaluated when
/// they are asked for. Everything here is safe to use from many threads.
/// </summary>
public sealed class Snapshot
{
    // Stands in place of a group's id for a device that an overlay removes.
    private const int Removed = -1;

    private readonly int[] _ordinals;
    private readonly Lazy<CveTable> _cves;
    private readonly Lazy<Task<CveTable>> _countedCves;
    private readonly Lazy<Task<SoftwareTable>> _softwareTable;
    private readonly Lazy<Task<DeviceTable>> _deviceTable;
    private readonly Lazy<string> _fingerprint;
    private readonly Lazy<SecureConfigurationTotals> _secureConfigurations;

    internal Snapshot(Tenant tenant, SnapshotMark mark, CancellationToken cancellation)
    {
        Tenant = tenant;
        Mark = mark;
        Releases = new ReleaseTable(tenant.Catalog, mark.At);

        var (groups, rows, vulnerabilities) = Count(cancellation);
        (_ordinals, Groups) = OrderByGroup(groups);
        Inventory = IndexOf(rows);
        InventoryFiles = PartFile.Cut(Groups, Inventory);
        Vulnerabilities = IndexOf(vulnerabilities);
        VulnerabilityFiles = PartFile.Cut(Groups, Vulnerabilities);
        _cves = new Lazy<CveTable>(() => new CveTable(this));
        _countedCves = new Lazy<Task<CveTable>>(() => Task.Run(() =>
        {
            Cves.Count();
            return Cves;
        }));
        _softwareTable = new Lazy<Task<SoftwareTable>>(() => Task.Run(() => new SoftwareTable(this)));
        _deviceTable = new Lazy<Task<DeviceTable>>(() => Task.Run(() => new DeviceTable(this)));
        Findings = new SnapshotFindings(this);
        _fingerprint = new Lazy<string>(Fingerprint);
        _secureConfigurations = new Lazy<SecureConfigurationTotals>(() => new SecureConfigurationTotals(this));
    }

    /// <summary>The tenant that this is a snapshot of.</summary>
    public Tenant Tenant { get; }

    /// <summary>When it was taken.</summary>
    public SnapshotMark Mark { get; }

    /// <summary>CVEs, their details and their updates are those that were known at this moment: see <see cref="DeviceReport"/>.</summary>
    public Moment Known => DeviceReport.Begin(Mark.At);

    /// <summary>Number of devices.</summary>
    public int Devices => _ordinals.Length;

    /// <summary>The groups that have devices, ascending by id.</summary>
    public IReadOnlyList<GroupSlice> Groups { get; }

    /// <summary>The rows of the software inventory: one for each device and version of a product.</summary>
    public RowIndex Inventory { get; }

    /// <summary>The files of the software inventory's export.</summary>
    public IReadOnlyList<PartFile> InventoryFiles { get; }

    /// <summary>The rows of the software vulnerabilities: one for each device, version of a product and CVE, and one for each version without a CVE.</summary>
    public RowIndex Vulnerabilities { get; }

    /// <summary>The files of the software vulnerabilities' export.</summary>
    public IReadOnlyList<PartFile> VulnerabilityFiles { get; }

    /// <summary>The CVEs that are known; made when they are first asked for.</summary>
    public CveTable Cves => _cves.Value;

    /// <summary>The same with their devices counted, which takes a second for 100,000 of them, for who does not want to hold a thread meanwhile.</summary>
    public Task<CveTable> CvesAsync() => _countedCves.Value;

    /// <summary>What is the same for every installation of a release.</summary>
    public ReleaseTable Releases { get; }

    /// <summary>On how many devices each secure configuration applies and is met; counted when first asked for.</summary>
    public SecureConfigurationTotals SecureConfigurations => _secureConfigurations.Value;

    /// <summary>Exposure, recommendations, remediation, and what else follows from the data.</summary>
    public SnapshotFindings Findings { get; }

    /// <summary>A hash of the catalog, of the overlay and of all counts: equal data has equal hashes, on every machine.</summary>
    public string DatasetHash => _fingerprint.Value;

    /// <summary>The device at a place of the stream, which is ordered by group id and ordinal.</summary>
    public Device DeviceAt(int place) => Tenant.Fleet.DeviceAt(_ordinals[place], Mark.At);

    /// <summary>The products that devices have, with their counts; counted when it is first asked for.</summary>
    public Task<SoftwareTable> SoftwareTableAsync() => _softwareTable.Value;

    /// <summary>What its software says about each device, and where devices are found; made when it is first asked for.</summary>
    public Task<DeviceTable> DeviceTableAsync() => _deviceTable.Value;

    /// <summary>Evaluates the installations of a device; see <see cref="InstallationRules.Find"/>.</summary>
    public int InstallationsOf(in Device device, Span<Installation> found) => Tenant.Rules.Find(device, Mark.At, found);

    /// <summary>
    /// The version of a device's operating system, as it was given or as its inventory has it; with the distribution's name on Linux. Null when an overlay took it away.
    /// </summary>
    public string? OsVersionOf(in Device device)
    {
        if (device.Given?.OsVersion is { } given)
            return given;

        Span<Installation> found = stackalloc Installation[Tenant.MostInstallations];
        foreach (ref readonly var installation in found[..InstallationsOf(device, found)])
        {
            var track = Tenant.Catalog.Tracks[installation.Track];
            if (track.Product.IsOperatingSystem)
                return (device.Platform == OsPlatform.Linux ? track.Product.Name + "_" : "") + track.VersionOf(installation.Release);
        }

        return null;
    }

    /// <summary>When a device last reported what its rows say.</summary>
    public Moment LastSeenOf(in Device device) => DeviceReport.LastOf(device, Mark.At);

    /// <summary>
    /// The versions of a product that are installed somewhere, ascending by <see cref="VersionOrder"/>: version text, number of devices that
    /// have it, number of known CVEs that affect it. Empty when nobody has the product.
    /// </summary>
    public IReadOnlyList<(string Version, int Installations, int Weaknesses)> Distribution(Product product)
    {
        var versions = new List<(string Version, int Installations, int Weaknesses)>();
        foreach (var track in product.AllTracks)
        {
            var (first, count) = Releases.Of(track);
            for (var release = 0; release < count; release++)
            {
                if (Releases.InstallationsOf(first + release) is > 0 and var installations)
                    versions.Add((track.VersionOf(release), installations, Releases.WeaknessesOf(first + release)));
            }
        }

        versions.Sort((a, b) => VersionOrder.Instance.Compare(a.Version, b.Version));
        return product.IsGiven ? EachVersionOnce(versions) : versions;
    }

    /// <summary>How many versions of a product are installed somewhere; as many as <see cref="Distribution"/> lists.</summary>
    public int VersionsOf(Product product)
    {
        if (product.IsGiven)
            return Distribution(product).Count;

        var versions = 0;
        foreach (var track in product.AllTracks)
        {
            var (first, count) = Releases.Of(track);
            versions += count - Releases.Installations.Slice(first, count).Count(0);
        }

        return versions;
    }

    /// <summary>Given releases may have one version and different CVEs: the version has as many as the one with the most.</summary>
    private static List<(string Version, int Installations, int Weaknesses)> EachVersionOnce(List<(string Version, int Installations, int Weaknesses)> releases) =>
    [
        .. releases
            .GroupBy(release => release.Version, StringComparer.Ordinal)
            .Select(same => (same.Key, same.Sum(release => release.Installations), same.Max(release => release.Weaknesses))),
    ];

    /// <summary>The id of the CVE of a product that was published last; null when none is known.</summary>
    public string? NewestCveOf(Product product) => product.AllTracks
        .SelectMany(track => WeaknessTimeline.Of(track, Known))
        .Select(weakness => (weakness.Published.Seconds, weakness.CveId))
        .OrderDescending()
        .FirstOrDefault().CveId;

    /// <summary>One parallel pass over the fleet: group and rows of each device, installations of each release.</summary>
    private (int[] Groups, int[] Rows, int[] Vulnerabilities) Count(CancellationToken cancellation)
    {
        var groups = new int[Tenant.Fleet.Ordinals];
        var rows = new int[groups.Length];
        var vulnerabilities = new int[groups.Length];
        Array.Fill(groups, Removed);
        Releases.CountInstallations(
            Tenant,
            (ordinal, device, installations) =>
            {
                groups[ordinal] = device.Group.Id;
                rows[ordinal] = installations.Length;
                foreach (ref readonly var installation in installations)
                    vulnerabilities[ordinal] += Math.Max(1, Releases.WeaknessesOf(Releases.NumberOf(installation)));
            },
            cancellation);
        return (groups, rows, vulnerabilities);
    }

    private RowIndex IndexOf(int[] rowsOfOrdinal) => new([.. _ordinals.Select(ordinal => rowsOfOrdinal[ordinal])]);

    private (int[] Ordinals, IReadOnlyList<GroupSlice> Groups) OrderByGroup(int[] groupOfOrdinal)
    {
        var groups = Tenant.Fleet.Groups.All;
        var next = new int[groups[^1].Id + 1];
        foreach (var group in groupOfOrdinal)
        {
            if (group != Removed)
                next[group]++;
        }

        var slices = new List<GroupSlice>();
        var place = 0;
        foreach (var group in groups)
        {
            var devices = next[group.Id];
            next[group.Id] = place;
            if (devices > 0)
                slices.Add(new GroupSlice(group, place, devices));
            place += devices;
        }

        var ordinals = new int[place];
        for (var ordinal = 0; ordinal < groupOfOrdinal.Length; ordinal++)
        {
            if (groupOfOrdinal[ordinal] is var group and not Removed)
                ordinals[next[group]++] = ordinal;
        }

        return (ordinals, slices);
    }

    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(CatalogFiles.Hash());
        if (Tenant.Given is { } given)
            hash.AppendData(given.Hash);
        if (!Tenant.Overlay.IsEmpty)
            hash.AppendData(Tenant.Overlay.Hash);
        hash.AppendData(MemoryMarshal.AsBytes<int>(_ordinals));
        hash.AppendData(MemoryMarshal.AsBytes<int>(Enumerable.Range(0, Devices).Select(Inventory.FirstRowOf).ToArray()));
        hash.AppendData(MemoryMarshal.AsBytes<int>(Releases.Installations));
        hash.AppendData(MemoryMarshal.AsBytes<int>(Enumerable.Range(0, Releases.Count).Select(Releases.WeaknessesOf).ToArray()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Overlays;

/// <summary>
/// The slow, obvious way to change an inventory: takes the rows of the generated tenant as plain objects and changes lists of them. It knows devices
/// by id, and no changes of platforms; of added devices it leaves out the operating system.
/// </summary>
internal sealed class PlainOverlay
{
    private readonly Snapshot _generated;
    private readonly Snapshot _resolved;
    private readonly OverlayChanges _changes;
    private readonly List<PlainDevice> _devices = [];
    private readonly List<RbacGroup> _groups;
    private readonly Dictionary<(string Software, string Version), int> _weaknesses = [];

    /// <param name="generated">The generated tenant at the mark that is looked at.</param>
    /// <param name="resolved">The generated tenant at the mark at which the changes were made.</param>
    /// <param name="changes">The changes.</param>
    public PlainOverlay(Snapshot generated, Snapshot resolved, OverlayChanges changes)
    {
        (_generated, _resolved, _changes) = (generated, resolved, changes);
        _groups = [.. generated.Tenant.Fleet.Groups.All];
        _devices.AddRange(PlainRow.AllOf(generated).GroupBy(row => row.Device.Ordinal).Select(rows => OfRows([.. rows])));
        foreach (var change in changes.Devices!)
            Change(change);
        foreach (var device in _devices)
            device.Rows = [.. device.Rows.GroupBy(row => row.Software, StringComparer.Ordinal).Concat(NewSoftware(device)).SelectMany(rows => Changed(device, rows.Key, [.. rows]))];
    }

    /// <summary>The rows that are expected, in the order of the stream. Paths that may be one of several are held by <see cref="Expected.Looks"/>.</summary>
    public IReadOnlyList<Expected> Rows =>
    [
        .. _devices.Where(device => !device.IsRemoved)
            .OrderBy(device => device.Group.Id)
            .ThenBy(device => device.Ordinal)
            .SelectMany(device => device.Rows
                .OrderBy(row => row.Software.Split("-_-")[0], StringComparer.Ordinal)
                .ThenBy(row => row.Software.Split("-_-")[1], StringComparer.Ordinal)
                .ThenBy(row => row.Version, VersionOrder.Instance)
                .Select(row => ExpectedOf(device, row))),
    ];

    private PlainDevice OfRows(List<PlainRow> rows)
    {
        var device = rows[0].Device;
        var names = _generated.Tenant.Fleet.Names;
        return new PlainDevice(DeviceNames.IdOf(device), names.UserOf(device), device.Ordinal, device.Joined)
        {
            Generated = (names.NameOf(device), device.Group),
            Name = names.NameOf(device),
            Group = device.Group,
            Platform = device.Platform,
            Rows = [.. rows.Select(row => new PlainInstallation(row.Product.Id, row.Version, [Look(row.Product.Variants[row.Variant], row.Track.Name, row.Version)], row.FirstSeen))],
        };
    }

    private void Change(DeviceChange change)
    {
        var device = _devices.FirstOrDefault(known => known.Id == change.Device || known.Name == change.Device);
        if (device is null && change.OsPlatform is null)
            return; // It does not live at this mark.

        if (device is null)
        {
            var ordinal = 1_000_000 + _changes.Devices!.Count + _devices.Count;
            device = new PlainDevice(change.Id!, "", ordinal, Moment.OfDate("2020-01-01")) { Name = change.Device, IsAdded = true };
            _devices.Add(device);
        }

        if (change.Remove)
            (device.Name, device.Group) = device.Generated;
        if (change.Remove && device.IsAdded)
            _devices.Remove(device);
        device.IsRemoved = change.Remove;
        if (change.OsPlatform is not null)
            device.Platform = Enum.Parse<OsPlatform>(change.OsPlatform, ignoreCase: true);
        device.Name = change.NewName ?? device.Name;
        if (change.Group is null)
            return;
        if (!_groups.Exists(group => group.Name.Equals(change.Group, StringComparison.OrdinalIgnoreCase)))
            _groups.Add(new RbacGroup(_groups[^1].Id + 1, change.Group));
        device.Group = _groups.Single(group => group.Name.Equals(change.Group, StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<InstallationChange> ChangesOf(PlainDevice device) => _changes.Installations!.Where(change => change.Device == device.Id || change.Device == device.Name);

    private IEnumerable<IGrouping<string, PlainInstallation>> NewSoftware(PlainDevice device) => ChangesOf(device)
        .Select(change => new PlainInstallation(change.Software, "", [], default))
        .Where(row => device.Rows.All(known => known.Software != row.Software))
        .GroupBy(row => row.Software, StringComparer.Ordinal);

    /// <summary>The rows of one product on one device. Whatever was said before all of it was removed does not count.</summary>
    private IEnumerable<PlainInstallation> Changed(PlainDevice device, string software, List<PlainInstallation> generated)
    {
        var all = ChangesOf(device).Where(change => change.Software == software).ToList();
        var cleared = all.FindLastIndex(change => change is { Remove: true, Version: null });
        var changes = all.Skip(cleared + 1).ToList();
        var product = _generated.Tenant.Catalog.Find(software);

        var lastOfVersion = changes.Where((change, i) => changes.FindLastIndex(other => other.Version == change.Version) == i).ToList();
        var added = product is { SideBySide: true } ? lastOfVersion.Where(change => !change.Remove).Select(change => Installed(device, change, product)) : Following(device, changes, product);
        var rows = added.Where(row => row.FirstSeen <= _generated.Mark.At).ToList();
        if (product is not { SideBySide: true })
            rows = [.. rows.OrderBy(row => row.FirstSeen).TakeLast(1)];
        if (cleared >= 0 || (product is not { SideBySide: true } && rows.Count > 0))
            return rows;

        var removed = lastOfVersion.Where(change => change.Remove).Select(change => change.Version);
        return generated.Where(row => row.Looks.Count > 0 && !removed.Contains(row.Version, StringComparer.Ordinal) && rows.All(other => other.Version != row.Version)).Concat(rows);
    }

    /// <summary>The versions that stand one after the other: one without a time replaces all, others that of the same name or time.</summary>
    private List<PlainInstallation> Following(PlainDevice device, List<InstallationChange> changes, Product? product)
    {
        var following = new List<PlainInstallation>();
        foreach (var change in changes)
        {
            if (change.Remove)
            {
                following.RemoveAll(other => other.Version == change.Version);
                continue;
            }

            var installed = Installed(device, change, product);
            following.RemoveAll(other => change.FirstSeen is null || other.Version == installed.Version || other.FirstSeen == installed.FirstSeen);
            following.Add(installed);
        }

        return following;
    }

    private PlainInstallation Installed(PlainDevice device, InstallationChange change, Product? product)
    {
        var version = change.Version!;
        var atChange = product is null ? null : Release(product, version, _resolved.Mark.At);
        var firstSeen = change.FirstSeen is { } given ? Moment.Of(given) : Moment.Later(device.Joined, atChange is { } release ? release.Track.DateOf(release.Number) : device.Joined);
        var line = product is null ? version : Release(product, version, _generated.Mark.At)?.Track.Name ?? version;
        if (change.DiskPaths is not null || change.RegistryPaths is not null)
            return new(change.Software, version, [Look(new EvidenceVariant(100, [.. change.DiskPaths ?? []], [.. change.RegistryPaths ?? []]), line, version)], firstSeen);
        if (product is null)
            return new(change.Software, version, ["*"], firstSeen);

        var (first, count) = product.VariantsOn(device.Platform.Family());
        return new(change.Software, version, count == 0 ? ["\n"] : [.. product.Variants.Skip(first).Take(count).Select(variant => Look(variant, line, version))], firstSeen);
    }

    private static (Track Track, int Number)? Release(Product product, string version, Moment moment)
    {
        foreach (var track in product.Tracks)
        {
            for (var release = 0; release <= track.ReleaseAt(moment); release++)
            {
                if (track.VersionOf(release) == version)
                    return (track, release);
            }
        }

        return null;
    }

    private static string Look(EvidenceVariant variant, string line, string version)
    {
        string Filled(string path) => path
            .Replace("{version}", version, StringComparison.Ordinal)
            .Replace("{major}", string.Concat(version.TakeWhile(char.IsAsciiDigit)), StringComparison.Ordinal)
            .Replace("{track}", line, StringComparison.Ordinal);
        return $"{string.Join('|', variant.Disk.Select(Filled))}\n{string.Join('|', variant.Registry.Select(Filled))}";
    }

    private Expected ExpectedOf(PlainDevice device, PlainInstallation row) => new(
        new OverlaidRow(
            device.Id,
            device.Group.Id,
            device.Group.Name,
            device.Name,
            device.Platform.Text(),
            row.Software,
            row.Version,
            KnownWeaknessesOf(row.Software, row.Version),
            "",
            "",
            row.FirstSeen.Utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        [.. row.Looks.Select(look => device.IsAdded ? look : look.Replace("{user}", device.User, StringComparison.Ordinal))]);

    private int KnownWeaknessesOf(string software, string version)
    {
        if (!_weaknesses.TryGetValue((software, version), out var count))
            _weaknesses[(software, version)] = count = WeaknessesOf(software, version);
        return count;
    }

    private int WeaknessesOf(string software, string version)
    {
        var moment = _generated.Known;
        var product = _generated.Tenant.Catalog.Find(software);
        var spoken = _changes.Cves!.GroupBy(cve => cve.Id, StringComparer.OrdinalIgnoreCase).Select(changes => changes.Last()).ToList();
        var generated = product is not null && Release(product, version, moment) is { } release
            ? WeaknessTimeline.Of(release.Track, moment).Where(weakness => weakness.Affects(release.Number, moment)).Select(weakness => weakness.CveId)
            : [];
        return generated.Count(id => !spoken.Exists(cve => cve.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
            + spoken.Count(cve => !cve.Remove
                && (cve.Published is null || Moment.Of(cve.Published.Value) <= moment)
                && cve.Affects!.Any(affected => affected.Software == software && (affected.Versions is null or [] || affected.Versions.Contains(version, StringComparer.Ordinal))));
    }

    /// <summary>A row, without paths, and all looks that it may have.</summary>
    internal sealed record Expected(OverlaidRow Row, IReadOnlyList<string> Looks);

    private sealed record PlainInstallation(string Software, string Version, IReadOnlyList<string> Looks, Moment FirstSeen);

    private sealed class PlainDevice(string id, string user, int ordinal, Moment joined)
    {
        public string Id { get; } = id;

        public string User { get; } = user;

        public int Ordinal { get; } = ordinal;

        public Moment Joined { get; } = joined;

        public (string Name, RbacGroup Group) Generated { get; init; } = ("", RbacGroup.Unassigned);

        public required string Name { get; set; }

        public RbacGroup Group { get; set; } = RbacGroup.Unassigned;

        public OsPlatform Platform { get; set; }

        public bool IsAdded { get; init; }

        public bool IsRemoved { get; set; }

        public List<PlainInstallation> Rows { get; set; } = [];
    }
}

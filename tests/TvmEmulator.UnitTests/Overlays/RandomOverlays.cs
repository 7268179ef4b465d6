using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Overlays;

/// <summary>Valid changes of all kinds for a tenant, with the same devices, products, versions and ids in many of them.</summary>
internal static class RandomOverlays
{
    private static readonly string[] AddedNames = ["lab-1", "lab-2.test.example", "lab-3"];
    private static readonly string[] Groups = ["developers", "Quarantine", "quarantine", "Lab", "Unassigned"];
    private static readonly string[] Platforms = ["Windows11", "macos", "Linux", "WindowsServer2022"];
    private static readonly string[] Software = ["google-_-chrome", "microsoft-_-edge", "microsoft-_-.net_framework", "7-zip-_-7-zip", "acme-_-anvil", "acme-_-hammer"];

    /// <summary>Changes for the tenant of a snapshot, which are made at its mark.</summary>
    public static Gen<OverlayChanges> For(Snapshot snapshot)
    {
        var ids = Enumerable.Range(0, Math.Min(8, snapshot.Devices)).Select(place => DeviceNames.IdOf(snapshot.DeviceAt(place * snapshot.Devices / 8 % snapshot.Devices))).Distinct(StringComparer.Ordinal).ToArray();
        return
            from devices in DeviceChanges(ids).ArrayOf()
            let kept = Possible(devices)
            let present = Present(ids, kept)
            from installations in present.Length == 0 ? Gen.Constant(Array.Empty<InstallationChange>()) : Installations(snapshot, present).ArrayOf()
            from cves in Cves(snapshot).ArrayOf(4)
            select new OverlayChanges(kept, installations, cves);
    }

    private static Gen<DeviceChange> DeviceChanges(string[] ids)
    {
        var generated =
            from id in Gen.Elements(ids)
            from team in Gen.Elements(Groups)
            from name in Gen.Choose(1, 1_000_000)
            from change in Gen.Elements(new DeviceChange(id, Remove: true), new DeviceChange(id, Group: team), new DeviceChange(id, Group: team), new DeviceChange(id, NewName: $"renamed-{name}"))
            select change;
        var added =
            from number in Gen.Choose(0, AddedNames.Length - 1)
            from platform in Gen.Elements(Platforms)
            from team in Gen.Elements(Groups)
            from change in Gen.Elements(
                new DeviceChange(AddedNames[number], OsPlatform: platform, Id: IdOf(number)),
                new DeviceChange(AddedNames[number], OsPlatform: platform, Group: team, Id: IdOf(number)),
                new DeviceChange(AddedNames[number], Remove: true))
            select change;
        return Gen.OneOf(generated, added);
    }

    private static string IdOf(int number) => new((char)('a' + number), 40);

    /// <summary>Leaves out the removal of what was not added, and a name that is given twice.</summary>
    private static DeviceChange[] Possible(DeviceChange[] changes)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. changes.Where(change => change switch
            {
                { NewName: { } name } => names.Add(name),
                _ when !AddedNames.Contains(change.Device) => true,
                { Remove: true } => added.Remove(change.Device),
                _ => added.Add(change.Device) || true,
            }),
        ];
    }

    private static string[] Present(string[] ids, DeviceChange[] changes)
    {
        var last = changes.GroupBy(change => change.Device, StringComparer.Ordinal).ToDictionary(device => device.Key, device => device.Last(), StringComparer.Ordinal);
        return [.. ids.Where(id => last.GetValueOrDefault(id) is not { Remove: true }), .. AddedNames.Where(name => last.GetValueOrDefault(name) is { Remove: false })];
    }

    private static Gen<InstallationChange> Installations(Snapshot snapshot, string[] devices) =>
        from device in Gen.Elements(devices)
        from software in Gen.Elements(Software)
        from version in Gen.Elements(VersionsOf(snapshot, software))
        from days in Gen.Elements(-1, -1, -1, 0, 1, 400)
        let firstSeen = days < 0 ? (DateTimeOffset?)null : snapshot.Mark.At.PlusDays(days).Utc
        from looks in Gen.Choose(0, 3)
        from kind in Gen.Choose(0, 9)
        where kind > 2 || snapshot.Tenant.Catalog.Find(software) is not null
        select kind switch
        {
            0 => new InstallationChange(device, software, Remove: true),
            <= 2 => new InstallationChange(device, software, version, Remove: true),
            _ => new InstallationChange(
                device,
                software,
                version,
                FirstSeen: firstSeen,
                DiskPaths: looks is 1 or 2 ? [@"C:\own\{version}\{major}\{track}.exe", "/second"] : null,
                RegistryPaths: looks is 2 or 3 ? [@"HKEY_CURRENT_USER\own"] : null),
        };

    /// <summary>Old ones, one that comes next month, and one that the product does not know.</summary>
    private static string[] VersionsOf(Snapshot snapshot, string software)
    {
        var known = snapshot.Tenant.Catalog.Find(software)?.Tracks.SelectMany(track => VersionsOf(track, snapshot.Mark)) ?? [];
        return [.. known.Distinct(StringComparer.Ordinal).Take(6), "0.1-own", "9999.0"];
    }

    private static IEnumerable<string> VersionsOf(Track track, SnapshotMark mark)
    {
        var newest = track.ReleaseAt(mark.At);
        if (newest >= 0)
            yield return track.VersionOf(newest);
        if (newest >= 3)
            yield return track.VersionOf(newest - 3);
        if (track.ReleaseAt(mark.At.PlusDays(40)) > newest)
            yield return track.VersionOf(newest + 1);
    }

    private static Gen<CveChange> Cves(Snapshot snapshot)
    {
        var chrome = snapshot.Tenant.Catalog.Find("google-_-chrome")!.Tracks[0];
        string[] ids = [.. WeaknessTimeline.Of(chrome, snapshot.Mark.At).OrderByDescending(weakness => weakness.Published).Select(weakness => weakness.CveId).Take(3), "CVE-2023-4863", "CVE-2024-1", "tvm-2024-0001"];
        var affected =
            from software in Gen.Elements(Software)
            from versions in Gen.SubListOf(VersionsOf(snapshot, software))
            from all in Gen.Elements(true, false)
            select new AffectedSoftware(software, all ? null : [.. versions]);
        return
            from id in Gen.Elements(ids)
            from remove in Gen.Elements(true, false, false)
            from days in Gen.Elements(-1, -1, 0, 1)
            from affects in affected.NonEmptyListOf()
            select remove
                ? new CveChange(id, Remove: true)
                : new CveChange(id, Published: days < 0 ? null : snapshot.Mark.At.PlusDays(days).Utc, Affects: [.. affects.Take(2).DistinctBy(software => software.Software, StringComparer.Ordinal)]);
    }
}

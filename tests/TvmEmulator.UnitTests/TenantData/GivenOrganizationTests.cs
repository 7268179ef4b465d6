using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.TenantData;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class GivenOrganizationTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RepeatedRow_TheLaterOneStands()
    {
        _folder.With("a.json", Rows.Lines(Rows.Inventory(weaknesses: 1))).With("b.json", Rows.Lines(Rows.Inventory(weaknesses: 3)));

        Row(_folder.Tenant).Weaknesses.ShouldBe(3);
        TenantDataFolder.Read(_folder.Name).Counts.RepeatedRows.ShouldBe(1);
    }

    [Fact]
    public void Read_WeaknessesThatNobodyNames_GetMadeUpIds()
    {
        _folder.With("a.json", Rows.Lines(Rows.Inventory(weaknesses: 3), Rows.Inventory(version: "20.00", weaknesses: 2)));
        _folder.With("b.json", Rows.Lines(Rows.Vulnerability("CVE-2022-29072")));
        var tenant = _folder.Tenant;

        var (old, newer) = (CvesOf(tenant, "19.00"), CvesOf(tenant, "20.00"));

        old.Count.ShouldBe(3);
        old.Exists(cve => cve == "CVE-2022-29072").ShouldBeTrue();
        newer.Count.ShouldBe(2);
        newer.ShouldBe(old.Where(cve => cve != "CVE-2022-29072"), ignoreOrder: true);
        tenant.Given!.Counts.UnnamedWeaknesses.ShouldBe(4);
    }

    [Fact]
    public void Read_MoreVulnerabilityRowsThanCounted_AreCounted()
    {
        _folder.With("a.json", Rows.Lines(Rows.Inventory(weaknesses: 1)));
        _folder.With("b.json", Rows.Lines(Rows.Vulnerability("CVE-2022-29072"), Rows.Vulnerability("CVE-2023-31102")));

        Row(_folder.Tenant).Weaknesses.ShouldBe(2);
    }

    [Fact]
    public void Read_VulnerabilitiesAlone_TheInventoryFollows()
    {
        _folder.With("a.json", Rows.Lines(
            Rows.Vulnerability("CVE-2022-29072"),
            Rows.Vulnerability("CVE-2023-31102").With("firstSeenTimestamp", "2023-01-02 03:04:05").With("diskPaths", null),
            Rows.Vulnerability(null, "clean")));

        var rows = PlainRow.AllOf(At(_folder.Tenant)).ToList();

        rows.Select(row => (row.Product.Name, row.Weaknesses, row.FirstSeen)).ShouldBe(
            [("7-zip", 2, Samples.At("2023-01-02T03:04:05")), ("clean", 0, Samples.At("2024-03-18T09:30:00"))]);
    }

    [Fact]
    public void Distribution_DevicesWithOtherCvesOfOneVersion_HasTheVersionOnce()
    {
        _folder.With("a.json", Rows.Lines(
            Rows.Inventory(weaknesses: 1, device: "d1"), Rows.Inventory(weaknesses: 2, device: "d2"), Rows.Inventory(weaknesses: 2, device: "d3")));
        var snapshot = At(_folder.Tenant);

        snapshot.Distribution(snapshot.Tenant.Catalog.Products[0]).ShouldBe([("19.00", 3, 2)]);
        snapshot.VersionsOf(snapshot.Tenant.Catalog.Products[0]).ShouldBe(1);
        PlainRow.AllOf(snapshot).Select(row => row.Weaknesses).ShouldBe([1, 2, 2]);
    }

    [Fact]
    public void Read_RandomRows_IsWhatPlainDictionariesSay() => Prop.ForAll(RandomRows().ToArbitrary(), rows =>
    {
        using var folder = new DataFolder();
        folder.With("a.json", Rows.Lines(rows.Where(row => row.Cve < 0).Select(row => Rows.Inventory($"s{row.Software}", $"{row.Version}", row.Weaknesses, $"d{row.Device}"))
            .Append(Rows.Inventory("always", "1", 0, "d0"))));
        folder.With("b.json", Rows.Lines(rows.Where(row => row.Cve >= 0).Select(row => Rows.Vulnerability(row.Cve == 0 ? null : $"CVE-2024-{row.Cve}", $"s{row.Software}", $"{row.Version}", $"d{row.Device}"))) + "\n");

        var tenant = folder.Tenant;
        var found = PlainRow.AllOf(At(tenant)).Select(row => (DeviceNames.IdOf(row.Device), row.Product.Name, row.Version, row.Weaknesses));

        found.ShouldBe(Expected(rows), ignoreOrder: true);
    }).Hold(60);

    [Fact]
    public void With_ChangesOnTop_TheLawsHold()
    {
        _folder.With("a.json", Rows.Lines(Rows.Inventory(weaknesses: 1), Rows.Inventory("b", "1.0", 2), Rows.Inventory("c", "1.0", device: "d2").With("osPlatform", "Solaris")));
        var changes = new OverlayChanges(
            [new DeviceChange("d2", Group: "Museum"), new DeviceChange("new.example", OsPlatform: "Linux")],
            [new InstallationChange(Rows.Device, "maker-_-b", "2.0"), new InstallationChange(Rows.Device, "maker-_-7-zip", Remove: true), new InstallationChange("new.example", "maker-_-c", "1.0")],
            [new CveChange("CVE-2030-1", Affects: [new AffectedSoftware("maker-_-c")])]);

        var rows = PlainRow.AllOf(At(_folder.Tenant.With(changes, Samples.Mark(Samples.DefaultMark)))).ToList();

        rows.Select(row => (row.Device.PlatformText, row.Device.Group.Name, row.Product.Name, row.Version, row.Weaknesses)).ShouldBe(
            [("Linux", "Unassigned", "c", "1.0", 1), ("Windows10", "Bakery", "b", "2.0", 0), ("Solaris", "Museum", "c", "1.0", 1)]);
    }

    private static Snapshot At(Tenant tenant) => tenant.At(Samples.Mark(Samples.DefaultMark));

    private static PlainRow Row(Tenant tenant) => PlainRow.AllOf(At(tenant)).ShouldHaveSingleItem();

    private static List<string> CvesOf(Tenant tenant, string version)
    {
        var track = tenant.Catalog.Tracks.Single(track => track.VersionOf(0) == version);
        return [.. WeaknessTimeline.Of(track, Samples.Mark(Samples.DefaultMark).At).Select(weakness => weakness.CveId)];
    }

    /// <summary>The slow way: by key, the later row stands; a version has as many weaknesses as are counted or named, whichever are more.</summary>
    private static List<(string Device, string Software, string Version, int Weaknesses)> Expected(IReadOnlyList<RandomRow> rows)
    {
        var counted = new Dictionary<(int, int, int), int>();
        var named = new Dictionary<(int, int, int), HashSet<int>>();
        foreach (var row in rows)
        {
            var key = (row.Device, row.Software, row.Version);
            if (row.Cve < 0)
                counted[key] = row.Weaknesses;
            else if (!named.TryAdd(key, [row.Cve]))
                named[key].Add(row.Cve);
        }

        return
        [
            .. counted.Keys.Union(named.Keys).Select(key => (
                $"d{key.Item1}", $"s{key.Item2}", $"{key.Item3}",
                Math.Max(counted.GetValueOrDefault(key), named.GetValueOrDefault(key)?.Count(cve => cve > 0) ?? 0))),
            ("d0", "always", "1", 0),
        ];
    }

    private static Gen<List<RandomRow>> RandomRows() =>
        from rows in (
            from device in Gen.Choose(0, 4)
            from software in Gen.Choose(0, 3)
            from version in Gen.Choose(8, 11)
            from weaknesses in Gen.Choose(0, 3)
            from cve in Gen.Choose(-3, 4)
            select new RandomRow(device, software, version, weaknesses, cve)).ListOf()
        select rows.ToList();

    private sealed record RandomRow(int Device, int Software, int Version, int Weaknesses, int Cve);
}

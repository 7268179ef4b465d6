using TvmEmulator.Tenants.BrowserExtensions;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.BrowserExtensions;

public sealed class BrowserExtensionRulesTests
{
    public static TheoryData<long, string> Fleets => new()
    {
        { 1, Samples.DefaultMark },
        { 2, "2025-01-01/0200" },
        { 3, "2033-09-01/2000" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_EveryRow_IsInABrowserOfTheInventory(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, 150, mark);
        var installed = Samples.RowsOf(snapshot).Select(row => (row.Device.Key, row.Product.Id)).ToHashSet();

        var rows = RowsOf(snapshot);

        rows.Count.ShouldBeGreaterThan(100);
        rows.ShouldAllBe(row => installed.Contains(new(row.Device.Key, row.Row.Browser.SoftwareId)));
        rows.Select(row => row.Device.Key).Distinct().Count().ShouldBeLessThan(snapshot.Devices);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_EveryRow_WasInstalledWithinTheLifeOfDeviceAndExtension(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, 150, mark);

        RowsOf(snapshot).ShouldAllBe(row =>
            row.Row.Installed >= row.Device.Joined && row.Row.Installed <= snapshot.Mark.At && row.Row.Installed >= row.Row.Extension.Track.DateOf(0));
    }

    [Fact]
    public void Find_LaterOnTheSameDevice_KeepsTheTimeOfInstallation()
    {
        var before = RowsOf(Samples.SnapshotOf(1, 150)).ToDictionary(KeyOf, row => row.Row.Installed);
        var after = RowsOf(Samples.SnapshotOf(1, 150, "2026-07-30/0200"));

        var stayed = after.Where(row => before.ContainsKey(KeyOf(row))).ToList();
        stayed.Count.ShouldBeGreaterThan(100);
        stayed.ShouldAllBe(row => before[KeyOf(row)] == row.Row.Installed);
    }

    [Fact]
    public void All_Catalog_HasIdsOfEachBrowserAndTheRiskOfItsPermissions()
    {
        BrowserExtension.All.Count.ShouldBeGreaterThanOrEqualTo(30);
        foreach (var extension in BrowserExtension.All)
        {
            extension.IdIn(Browser.All[0]).ShouldMatch("^[a-p]{32}$");
            extension.IdIn(Browser.All[2]).ShouldContain('@');
            extension.Permissions.ShouldContain(grant => grant.Permission.Risk == extension.Risk);
            extension.Permissions.ShouldAllBe(grant => grant.Permission.Risk <= extension.Risk);
            extension.Permissions.Select(grant => grant.Permission.Key).ShouldBeUnique(StringComparer.Ordinal);
        }

        BrowserExtension.All.SelectMany(extension => extension.Permissions).Select(grant => grant.Permission).Distinct().Count().ShouldBeGreaterThan(20);
    }

    private static (ulong Device, string Browser, string Extension) KeyOf((Device Device, BrowserExtensionRow Row) row) =>
        (row.Device.Key, row.Row.Browser.Name, row.Row.Extension.Name);

    private static List<(Device Device, BrowserExtensionRow Row)> RowsOf(Snapshot snapshot)
    {
        var all = new List<(Device, BrowserExtensionRow)>();
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var rows = new List<BrowserExtensionRow>();
            var device = snapshot.DeviceAt(place);
            BrowserExtensionRules.Find(snapshot, device, rows);
            all.AddRange(rows.Select(row => (device, row)));
        }

        return all;
    }
}

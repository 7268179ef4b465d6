using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Snapshots;

public sealed class SnapshotTests
{
    public static TheoryData<long, int, string> Fleets => new()
    {
        { 1, 1, Samples.DefaultMark },
        { 2, 1, "2025-01-01/0200" },
        { 1, 7, "2027-03-14/1400" },
        { -3, 7, "2035-10-01/0800" },
        { 1, 100, "2025-01-01/0200" },
        { 2, 100, "2035-10-01/0800" },
        { 1, 1000, "2025-01-01/0200" },
        { 1, 1000, Samples.DefaultMark },
        { 2, 1000, "2027-03-14/1400" },
        { -3, 1000, Samples.DefaultMark },
        { 1, 1000, "2035-10-01/0800" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Inventory_AnyFleet_CountsTheRowsOfEveryDevice(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot);

        snapshot.Devices.ShouldBe(devices);
        snapshot.Inventory.Rows.ShouldBe(rows.Count);
        Enumerable.Range(0, devices).Select(place => snapshot.Inventory.FirstRowOf(place + 1) - snapshot.Inventory.FirstRowOf(place))
            .ShouldBe(rows.GroupBy(row => row.Device.Ordinal).Select(device => device.Count()));
        rows.Select(row => row.Device.Ordinal).Distinct().Count().ShouldBe(devices);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Inventory_AnyFleet_IsOrderedByGroupOrdinalVendorNameVersion(long seed, int devices, string mark)
    {
        var rows = Samples.RowsOf(Samples.SnapshotOf(seed, devices, mark));

        rows.Zip(rows.Skip(1)).Where(pair => Compare(pair.First, pair.Second) >= 0).Take(5).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Distribution_EveryProduct_IsTheCountByBruteForce(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Product);

        foreach (var product in snapshot.Tenant.Catalog.Products)
        {
            var distribution = snapshot.Distribution(product);
            snapshot.VersionsOf(product).ShouldBe(distribution.Count, product.Id);
            var expected = rows[product].GroupBy(row => row.Version, StringComparer.Ordinal)
                .OrderBy(version => version.Key, VersionOrder.Instance)
                .Select(version => (version.Key, version.Count(), version.First().Weaknesses));

            if (!distribution.SequenceEqual(expected))
                distribution.ShouldBe(expected, product.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Groups_AnyFleet_SliceTheDevicesByGroup(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);

        snapshot.Groups.Sum(slice => slice.Devices).ShouldBe(devices);
        snapshot.Groups.Zip(snapshot.Groups.Skip(1)).ShouldAllBe(pair => pair.First.Group.Id < pair.Second.Group.Id && pair.First.FirstPlace + pair.First.Devices == pair.Second.FirstPlace);
        foreach (var slice in snapshot.Groups)
            Enumerable.Range(slice.FirstPlace, slice.Devices).All(place => snapshot.DeviceAt(place).Group == slice.Group).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void InventoryFiles_AnyFleet_AreConsecutiveAndHoldOneGroupEach(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot);
        var next = 0;
        foreach (var file in snapshot.InventoryFiles)
        {
            file.FirstRow.ShouldBe(next);
            file.Rows.ShouldBeInRange(1, PartFile.MostRows);
            rows.Skip(file.FirstRow).Take(file.Rows).All(row => row.Device.Group == file.Group).ShouldBeTrue();
            next += file.Rows;
        }

        next.ShouldBe(rows.Count);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void LastSeenOf_AnyDevice_LiesInTheTwoHoursBeforeTheSnapshotOrWhenItJoined(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        foreach (var device in Enumerable.Range(0, devices).Select(snapshot.DeviceAt))
        {
            var lastSeen = snapshot.LastSeenOf(device);

            (lastSeen <= snapshot.Mark.At && lastSeen >= device.Joined).ShouldBeTrue();
            (lastSeen == device.Joined || lastSeen > snapshot.Mark.At.Plus(-2 * 3600)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Inventory_ThousandDevices_HaveFiftyToEightyThousandRows()
    {
        foreach (var seed in new long[] { 1, -3 })
            Samples.SnapshotOf(seed, 1000).Inventory.Rows.ShouldBeInRange(50_000, 80_000);
    }

    [Fact]
    public void NewestCveOf_Product_WasPublishedLast()
    {
        var snapshot = Samples.SnapshotOf(1, 7, "2025-07-20/0200");
        var chrome = snapshot.Tenant.Catalog.Find("google-_-chrome")!;
        var published = TvmEmulator.Tenants.Weaknesses.WeaknessTimeline.Of(chrome.Tracks[0], snapshot.Mark.At).ToLookup(weakness => weakness.CveId, weakness => weakness.Published, StringComparer.Ordinal);

        var newest = snapshot.NewestCveOf(chrome)!;

        published[newest].ShouldContain(published.SelectMany(cve => cve).Max());
        snapshot.NewestCveOf(snapshot.Tenant.Catalog.Find("alps-_-touch_pad_driver")!).ShouldBeNull();
    }

    [Fact]
    public void At_CancelledToken_Throws() =>
        Should.Throw<OperationCanceledException>(() => Samples.TenantOf(1, 1000).At(Samples.Mark(Samples.DefaultMark), new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void Tenant_DevicesOutOfRange_Throws(int devices) => Should.Throw<ArgumentOutOfRangeException>(() => new TvmEmulator.Tenants.Tenant(1, devices));

    private static int Compare(PlainRow a, PlainRow b)
    {
        int[] orders =
        [
            a.Device.Group.Id.CompareTo(b.Device.Group.Id),
            a.Device.Ordinal.CompareTo(b.Device.Ordinal),
            string.CompareOrdinal(a.Product.Vendor, b.Product.Vendor),
            string.CompareOrdinal(a.Product.Name, b.Product.Name),
            VersionOrder.Instance.Compare(a.Version, b.Version),
        ];
        return orders.FirstOrDefault(order => order != 0);
    }
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Snapshots;

public sealed class DeviceSoftwareTests
{
    public static TheoryData<long, int, string> Fleets => new()
    {
        { 1, 1, Samples.DefaultMark },
        { -3, 7, "2035-10-01/0800" },
        { 2, 100, Samples.DefaultMark },
        { 1, 100, "2025-01-01/0200" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void ProductsOn_EveryDevice_IsThoseOfItsRows(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Device.Ordinal, row => row.Product);

        for (var place = 0; place < devices; place++)
            snapshot.ProductsOn(place).ShouldBe(rows[snapshot.DeviceAt(place).Ordinal].Distinct());
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void CvesOn_EveryDevice_IsThoseOfItsRowsById(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Device.Ordinal);

        for (var place = 0; place < devices; place++)
        {
            var expected = rows[snapshot.DeviceAt(place).Ordinal].SelectMany(row => snapshot.Cves.CvesOf(row.Track, row.Release)).Select(cve => cve.Id);

            snapshot.CvesOn(place).Select(cve => cve.Id).ShouldBe(expected.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void PlacesWith_EveryProduct_IsTheDevicesOfItsRows(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Product, row => row.Device.Ordinal);

        foreach (var product in rows.Select(product => product.Key).Take(100))
            snapshot.PlacesWith(product, CancellationToken.None).Select(place => snapshot.DeviceAt(place).Ordinal).ShouldBe(rows[product].Distinct(), product.Id);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void MissingKbsOn_EveryDevice_IsTheUpdatesThatFixItsCves(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Device.Ordinal);

        for (var place = 0; place < devices; place++)
        {
            var fixes = rows[snapshot.DeviceAt(place).Ordinal]
                .Where(row => row.Product.Vendor == "microsoft")
                .SelectMany(row => KbsOf(snapshot, row.Track, row.Release))
                .Distinct()
                .GroupBy(fix => fix.Kb, StringComparer.Ordinal)
                .Select(kb => (kb.Key, 1, kb.Select(fix => fix.Cve).Distinct(StringComparer.Ordinal).Count()));

            snapshot.MissingKbsOn(place).Select(kb => (kb.Id, kb.MachineMissedOn, kb.CveAddressed)).ShouldBe(fixes, ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("microsoft-_-windows_11")]
    [InlineData("microsoft-_-.net_framework")]
    [InlineData("microsoft-_-edge")]
    [InlineData("google-_-chrome")]
    public void MissingKbsOf_Product_AreCountedOnTheDevicesThatMissThem(string id)
    {
        var snapshot = Samples.SnapshotOf(2, 100);
        var product = snapshot.Tenant.Catalog.Find(id)!;
        var onDevices = Enumerable.Range(0, snapshot.Devices)
            .SelectMany(snapshot.MissingKbsOn)
            .Where(kb => kb.ProductNames.Contains(product.Name, StringComparer.Ordinal))
            .CountBy(kb => kb.Id, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

        snapshot.MissingKbsOf(product, CancellationToken.None).ToDictionary(kb => kb.Id, kb => kb.MachineMissedOn, StringComparer.Ordinal).ShouldBe(onDevices, ignoreOrder: true);
    }

    [Fact]
    public void MissingKbsOf_Windows_SaysTheBuildAndStandsInOrder()
    {
        var snapshot = Samples.SnapshotOf(1, 1000);

        var kbs = snapshot.MissingKbsOf(snapshot.Tenant.Catalog.Find("microsoft-_-windows_11")!, CancellationToken.None);

        kbs.ShouldNotBeEmpty();
        kbs.ShouldAllBe(kb => kb.OsBuild >= 22000 && kb.CveAddressed > 0 && kb.Id.All(char.IsAsciiDigit));
        kbs.Select(kb => long.Parse(kb.Id, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder();
    }

    private static IEnumerable<(string Kb, string Cve)> KbsOf(Snapshot snapshot, Track track, int release)
    {
        foreach (var affected in snapshot.Cves.Affected)
        {
            if (affected.Track == track && affected.Affects(release, snapshot.Known) && affected.UpdateAt(snapshot.Known)?.Id is { } id)
                yield return (id, affected.Cve.Id);
        }
    }
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.NonCpeSoftware;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.NonCpeSoftware;

public sealed class NonCpeRulesTests
{
    [Fact]
    public void All_Catalog_IsNotInTheInventory()
    {
        NonCpeProduct.All.Count.ShouldBeGreaterThanOrEqualTo(40);
        NonCpeProduct.All.Where(product => Samples.TenantOf(1, 1).Catalog.Find($"{product.Vendor}-_-{product.Name}") is not null).ShouldBeEmpty();
        NonCpeProduct.All.Select(product => (product.Vendor, product.Name)).ShouldBeUnique();
    }

    [Theory]
    [InlineData(1, Samples.DefaultMark, "2027-03-14/1400")]
    [InlineData(9, "2025-01-01/0200", "2025-04-01/0200")]
    public void Find_LaterOnTheSameDevice_NeverGoesBack(long seed, string earlier, string later)
    {
        var before = RowsOf(Samples.SnapshotOf(seed, 150, earlier));
        var after = RowsOf(Samples.SnapshotOf(seed, 150, later)).ToDictionary(row => (row.Device.Key, row.Row.Product), row => row.Row);

        var compared = 0;
        foreach (var (device, row) in before)
        {
            if (!after.TryGetValue((device.Key, row.Product), out var next))
                continue;
            compared++;
            next.Release.ShouldBeGreaterThanOrEqualTo(row.Release);
            VersionOrder.Instance.Compare(next.Version, row.Version).ShouldBeGreaterThanOrEqualTo(0);
        }

        compared.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Find_Fleet_HasRowsOnEveryFamilyOfPlatforms() =>
        RowsOf(Samples.SnapshotOf(1, 150)).Select(row => row.Device.Platform.Family()).Distinct().Count().ShouldBe(3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Find_EveryRow_HasARegistryPathOnWindowsOnly(long seed) =>
        RowsOf(Samples.SnapshotOf(seed, 150)).ShouldAllBe(row => (row.Row.Product.RegistryPath != null) == (row.Device.Platform.Family() == PlatformFamily.Windows));

    private static List<(Device Device, NonCpeRow Row)> RowsOf(Snapshot snapshot)
    {
        var all = new List<(Device, NonCpeRow)>();
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var rows = new List<NonCpeRow>();
            var device = snapshot.DeviceAt(place);
            NonCpeRules.Find(device, snapshot.Mark.At, rows);
            all.AddRange(rows.Select(row => (device, row)));
        }

        return all;
    }
}

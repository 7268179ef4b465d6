using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Snapshots;

/// <summary>What is added leaves everything else as it was.</summary>
public sealed class GrowthTests
{
    [Theory]
    [InlineData(1, 1, 7)]
    [InlineData(1, 7, 100)]
    [InlineData(1, 100, 1000)]
    [InlineData(-3, 7, 1000)]
    public void Tenant_MoreDevices_LeavesTheEarlierOnes(long seed, int fewer, int more)
    {
        var before = Samples.SnapshotOf(seed, fewer);
        var after = Samples.SnapshotOf(seed, more);

        Described(after).Take(fewer).ShouldBe(Described(before));
        Identities(after).Where(row => row.Ordinal < fewer).ShouldBe(Identities(before));
    }

    [Theory]
    [InlineData(40, 1)]
    [InlineData(100, 1)]
    [InlineData(100, 2)]
    public void Catalog_NewProduct_LeavesTheOthers(int percent, long seed)
    {
        var before = Samples.SnapshotOf(seed, 1000);
        var after = new Tenant(seed, 1000, (seed, words) => With(ProductCatalog.Make(seed, words), NewProduct(percent))).At(before.Mark);

        // A device at the cap gives up something for the new product; few are.
        var full = RowsPerDevice(before).Where(device => device.Rows == InstallationRules.MostGenerated).Select(device => device.Ordinal).ToHashSet();
        full.Count.ShouldBeLessThan(20);
        var rows = Identities(after).Where(row => !full.Contains(row.Ordinal)).ToList();
        rows.Where(row => row.Name == "m_in_the_middle").Count().ShouldBeInRange(percent * 7, percent * 10);
        rows.Where(row => row.Name != "m_in_the_middle").ShouldBe(Identities(before).Where(row => !full.Contains(row.Ordinal)));
        Described(after).ShouldBe(Described(before));
    }

    private static Product NewProduct(int percent) => new("microsoft", "m_in_the_middle")
    {
        Category = "Utility",
        Tracks = [new Track("stable", Share.Always, null, null, [Moment.OfDate("2015-01-01")], ["1.0"], 30, VersionStep.Parse(["=", "+1"], "1.0"))],
        CvesPerThousandReleases = 2000,
        Installs = Samples.TenantOf(1, 1).Fleet.Roles.ToDictionary(role => role.Name, _ => Share.OfPercent(percent), StringComparer.Ordinal),
        Evidence = Enum.GetValues<PlatformFamily>().ToDictionary(family => family, _ => new[] { new EvidenceVariant(100, ["somewhere"], []) }),
    };

    private static ProductCatalog With(ProductCatalog catalog, Product product) =>
        new(catalog.Listed.Append(product), Enum.GetValues<PlatformFamily>().ToDictionary(family => family, catalog.TailOf));

    /// <summary>All that is said about devices, by ordinal.</summary>
    private static IEnumerable<string> Described(Snapshot snapshot)
    {
        var names = snapshot.Tenant.Fleet.Names;
        return Enumerable.Range(0, snapshot.Devices)
            .Select(snapshot.DeviceAt)
            .OrderBy(device => device.Ordinal)
            .Select(device => $"{device.Ordinal} {DeviceNames.IdOf(device)} {names.NameOf(device)} {names.UserOf(device)} {device.Role.Name} {device.Platform} {device.PlatformSince} {device.Joined} {device.Group}");
    }

    private static IEnumerable<(int Ordinal, string Vendor, string Name, string Version, int Variant, Moment FirstSeen, int Weaknesses)> Identities(Snapshot snapshot) =>
        Samples.RowsOf(snapshot)
            .Select(row => (row.Device.Ordinal, row.Product.Vendor, row.Product.Name, row.Version, row.Variant, row.FirstSeen, row.Weaknesses))
            .OrderBy(row => row.Ordinal);

    private static IEnumerable<(int Ordinal, int Rows)> RowsPerDevice(Snapshot snapshot) =>
        Samples.RowsOf(snapshot).GroupBy(row => row.Device.Ordinal).Select(device => (device.Key, device.Count()));
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Snapshots;

public sealed class SoftwareTableTests
{
    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task Of_EveryProduct_IsTheCountByBruteForce(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var table = await snapshot.SoftwareTableAsync();
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Product);

        foreach (var product in snapshot.Tenant.Catalog.Products)
        {
            var counts = table.Of(product);

            (counts.InstalledMachines, counts.ExposedMachines).ShouldBe((DevicesOf(rows[product]), DevicesOf(rows[product].Where(row => row.Weaknesses > 0))), product.Id);
            counts.Weaknesses.ShouldBe(CvesOf(rows[product], snapshot).Count, product.Id);
        }
    }

    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task Installed_AnyFleet_IsTheProductsOfTheRows(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);

        var table = await snapshot.SoftwareTableAsync();

        table.Installed.ShouldBe(Samples.RowsOf(snapshot).Select(row => row.Product).Distinct().OrderBy(product => product.Rank));
    }

    [Fact]
    public async Task Of_EveryProduct_HasAnExploitWhenOneOfItsCvesHas()
    {
        var snapshot = Samples.SnapshotOf(1, 1000);
        var table = await snapshot.SoftwareTableAsync();
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Product);

        foreach (var product in table.Installed)
        {
            var counts = table.Of(product);

            counts.PublicExploit.ShouldBe(CvesOf(rows[product], snapshot).Any(id => snapshot.Cves.Find(id)!.Exploitability != Exploitability.NoExploit), product.Id);
            (counts.PublicExploit || !counts.ActiveAlert).ShouldBeTrue(product.Id);
            counts.ImpactScore.ShouldBeInRange(counts.ExposedMachines > 0 ? 1 : 0, counts.ExposedMachines > 0 ? 100_000 : 0, product.Id);
        }

        table.Installed.Count(product => table.Of(product).ActiveAlert).ShouldBeInRange(1, 20);
    }

    [Fact]
    public async Task SoftwareTableAsync_AskedForAtOnce_IsOneTable()
    {
        var snapshot = Samples.TenantOf(1, 50).At(Samples.Mark(Samples.DefaultMark));

        var tables = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(snapshot.SoftwareTableAsync)));

        tables.Distinct().Count().ShouldBe(1);
    }

    private static int DevicesOf(IEnumerable<PlainRow> rows) => rows.Select(row => row.Device.Ordinal).Distinct().Count();

    private static HashSet<string> CvesOf(IEnumerable<PlainRow> rows, Snapshot snapshot) =>
    [
        .. rows.Select(row => (row.Track, row.Release)).Distinct().SelectMany(installed => CvesOf(installed.Track, installed.Release, snapshot)),
    ];

    private static IEnumerable<string> CvesOf(Track track, int release, Snapshot snapshot) =>
        WeaknessTimeline.Of(track, snapshot.Known).Where(weakness => weakness.Affects(release, snapshot.Known)).Select(weakness => weakness.CveId);
}

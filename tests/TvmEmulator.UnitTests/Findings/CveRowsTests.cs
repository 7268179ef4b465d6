using TvmEmulator.Tenants.Findings;

namespace TvmEmulator.UnitTests.Findings;

public sealed class CveRowsTests
{
    private static readonly CveRowScope Everything = new();

    public static TheoryData<long, int, string> Fleets => FindingFleets.All;

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task From_TheFirstRow_IsEveryCveOfEveryRowOfTheInventory(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var expected = Samples.RowsOf(snapshot)
            .SelectMany(row => PlainCves.IdsOf(row, snapshot).Select(id => (row.Device.Key, row.Track.Index, row.Release, id)))
            .ToList();

        var rows = await snapshot.Findings.CveRowsAsync();

        rows.Count.ShouldBe(expected.Count);
        rows.From(0, Everything).Select(TextOf).ShouldBe(expected);
    }

    [Fact]
    public async Task From_AnyRow_IsTheRestOfTheStream()
    {
        var snapshot = Samples.SnapshotOf(1, 7);
        var rows = await snapshot.Findings.CveRowsAsync();
        var all = rows.From(0, Everything).Select(TextOf).ToList();

        for (var row = 0; row <= all.Count + 1; row += 1 + row / 20)
            rows.From(row, Everything).Select(TextOf).ShouldBe(all.Skip(row));
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task From_AnyScopeAndRow_IsThoseOfAllRowsThatAreInIt(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = await snapshot.Findings.CveRowsAsync();
        var all = rows.From(0, Everything).ToList();

        all.Select(row => row.Number).ShouldBe(Enumerable.Range(0, all.Count));
        for (var row = 0; row < all.Count; row += 1 + all.Count / 7)
        {
            var (place, product, cve) = (snapshot.Devices * row / all.Count, all[row].Affected.Track.Product, all[row].Affected.Cve);
            CveRowScope[] scopes =
            [
                new(Place: place), new(Cve: cve), new(Vendor: product.Vendor), new(Name: product.Name), new(Vendor: "nobody"),
                new(Place: place, Vendor: product.Vendor), new(Cve: cve, Name: product.Name), new(Cve: cve, Vendor: "nobody"), new(place, cve, product.Vendor, product.Name),
            ];
            foreach (var scope in scopes)
                rows.From(row / 2, scope).Select(TextOf).ShouldBe(all.Skip(row / 2).Where(found => IsIn(found, scope)).Select(TextOf), $"{scope} from {row / 2}");
        }

        bool IsIn(CveRow row, CveRowScope scope) =>
            (scope.Place is not { } place || snapshot.DeviceAt(place).Key == row.Device.Key)
            && (scope.Cve is null || scope.Cve == row.Affected.Cve)
            && (scope.Vendor is null || scope.Vendor == row.Affected.Track.Product.Vendor)
            && (scope.Name is null || scope.Name == row.Affected.Track.Product.Name);
    }

    [Fact]
    public async Task From_CallerHasLeft_StopsAlsoWhereThereIsNoRow()
    {
        var rows = await Samples.SnapshotOf(1, 7).Findings.CveRowsAsync();

        Should.Throw<OperationCanceledException>(() => rows.From(0, new CveRowScope(Vendor: "nobody"), new CancellationToken(canceled: true)).ToList());
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task PlacesExposedTo_AnyCve_AreTheDevicesOfItsRows(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = await snapshot.Findings.CveRowsAsync();
        var devicesOfCve = rows.From(0, Everything).ToLookup(row => row.Affected.Cve, row => row.Device.Key);

        foreach (var cve in snapshot.Cves.All.Where((cve, i) => devicesOfCve.Contains(cve) ? i % 20 == 0 : i % 2000 == 0))
        {
            var places = snapshot.PlacesExposedTo(cve, CancellationToken.None);

            places.Select(place => snapshot.DeviceAt(place).Key).ShouldBe(devicesOfCve[cve].Distinct(), cve.Id);
            places.Count.ShouldBe(snapshot.Cves.ExposedMachinesOf(cve), cve.Id);
        }
    }

    private static (ulong Key, int Track, int Release, string Id) TextOf(CveRow row) => (row.Device.Key, row.Affected.Track.Index, row.Release, row.Affected.Cve.Id);
}

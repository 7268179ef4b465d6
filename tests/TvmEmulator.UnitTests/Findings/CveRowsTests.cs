using TvmEmulator.Tenants.Findings;

namespace TvmEmulator.UnitTests.Findings;

public sealed class CveRowsTests
{
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
        rows.From(0).Select(TextOf).ShouldBe(expected);
    }

    [Fact]
    public async Task From_AnyRow_IsTheRestOfTheStream()
    {
        var snapshot = Samples.SnapshotOf(1, 7);
        var rows = await snapshot.Findings.CveRowsAsync();
        var all = rows.From(0).Select(TextOf).ToList();

        for (var row = 0; row <= all.Count + 1; row += 1 + row / 20)
            rows.From(row).Select(TextOf).ShouldBe(all.Skip(row));
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task PlacesExposedTo_AnyCve_AreTheDevicesOfItsRows(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = await snapshot.Findings.CveRowsAsync();
        var devicesOfCve = rows.From(0).ToLookup(row => row.Affected.Cve, row => row.Device.Key);

        foreach (var cve in snapshot.Cves.All.Where((cve, i) => devicesOfCve.Contains(cve) ? i % 20 == 0 : i % 2000 == 0))
        {
            var places = snapshot.PlacesExposedTo(cve, CancellationToken.None);

            places.Select(place => snapshot.DeviceAt(place).Key).ShouldBe(devicesOfCve[cve].Distinct(), cve.Id);
            places.Count.ShouldBe(snapshot.Cves.ExposedMachinesOf(cve), cve.Id);
        }
    }

    private static (ulong Key, int Track, int Release, string Id) TextOf(CveRow row) => (row.Device.Key, row.Affected.Track.Index, row.Release, row.Affected.Cve.Id);
}

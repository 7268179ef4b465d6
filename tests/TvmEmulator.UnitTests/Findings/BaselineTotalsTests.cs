using TvmEmulator.Tenants.Baselines;

namespace TvmEmulator.UnitTests.Findings;

public sealed class BaselineTotalsTests
{
    public static TheoryData<long, int, string> Fleets => FindingFleets.All;

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task Of_EveryProfile_IsTheCountOfItsRows(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var perDevice = Enumerable.Range(0, devices).Select(place =>
        {
            var rows = new List<BaselineRow>();
            BaselineRules.Find(snapshot.DeviceAt(place), snapshot.Mark.At, rows);
            return rows.ToLookup(row => row.Profile);
        }).ToList();

        var totals = await snapshot.Findings.BaselinesAsync();

        foreach (var profile in Benchmark.Current.Profiles)
        {
            totals.TotalOf(profile).ShouldBe(perDevice.Count(rows => rows.Contains(profile)), profile.Name);
            totals.PassedOf(profile).ShouldBe(perDevice.Count(rows => rows.Contains(profile) && !rows[profile].Any(row => row.IsCompliant is false)), profile.Name);
        }
    }
}

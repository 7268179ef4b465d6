using FsCheck.Fluent;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.UnitTests.Overlays;

namespace TvmEmulator.UnitTests.Findings;

public sealed class ExposureTableTests
{
    public static TheoryData<long, int, string> Fleets => FindingFleets.All;

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task Score_AnyFleet_IsTheMeanByBruteForce(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var ofDevice = Samples.RowsOf(snapshot).GroupBy(row => row.Device).ToDictionary(
            device => device.Key.Key,
            device => device.GroupBy(row => row.Product).Sum(product => product.Max(row => PlainCves.RiskOf(row, snapshot))));
        var groups = Samples.RowsOf(snapshot).Select(row => row.Device).Distinct().ToLookup(device => device.Group, device => Points(ofDevice[device.Key]));

        var exposure = await snapshot.Findings.ExposureAsync();

        exposure.Score.ShouldBe(groups.SelectMany(group => group).Average());
        foreach (var slice in snapshot.Groups)
            exposure.ScoreOf(slice).ShouldBe(groups[slice.Group].Average(), slice.Group.Name);
    }

    [Fact]
    public void OfRisk_MoreRisk_IsMoreExposureAndNeverAHundred() =>
        Prop.ForAll(Gen.Choose(0, 40_000).Two().ToArbitrary(), pair =>
        {
            var (less, more) = (ExposureFormula.OfRisk(Math.Min(pair.Item1, pair.Item2)), ExposureFormula.OfRisk(Math.Max(pair.Item1, pair.Item2)));

            less.ShouldBeInRange(0, more);
            more.ShouldBeLessThan(100_000_000);
            if (pair.Item1 != pair.Item2)
                less.ShouldBeLessThan(more);
        }).Hold();

    [Fact]
    public async Task Score_SoftwareWithWeaknessesIsRemoved_Falls()
    {
        var exposed = Samples.RowsOf(Overlaid.Generated).First(row => row is { Weaknesses: > 0, Product.IsOperatingSystem: false });
        var device = Overlaid.NameOf(exposed.Device);
        var patched = Overlaid.With(new InstallationChange(device, exposed.Product.Id, Remove: true)).At(Overlaid.Mark);

        (await patched.Findings.ExposureAsync()).Score.ShouldBeLessThan((await Overlaid.Generated.Findings.ExposureAsync()).Score);
    }

    private static decimal Points(int risk) => decimal.Truncate(100m * risk / (risk + 900) * 1_000_000) / 1_000_000;
}

using TvmEmulator.Tenants.SecureConfigurations;

namespace TvmEmulator.UnitTests.Findings;

public sealed class ConfigurationScoreTests
{
    public static TheoryData<long, int, string> Fleets => FindingFleets.All;

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task Score_AnyFleet_IsTheShareOfImpactThatIsMet(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = new List<SecureConfigurationRow>();
        for (var place = 0; place < snapshot.Devices; place++)
            SecureConfigurationRules.Find(snapshot.DeviceAt(place), snapshot.Mark.At, rows);
        var applicable = rows.Where(row => row.IsApplicable).ToList();
        var met = applicable.Where(row => row.IsCompliant).Sum(row => row.Configuration.Impact);

        var score = await snapshot.Findings.ConfigurationScoreAsync();

        score.Score.ShouldBe(100m * met / applicable.Sum(row => row.Configuration.Impact), 0.000_000_000_001m);
    }

    [Fact]
    public async Task Score_EveryRecommendedConfigurationIsMet_WouldBeAHundred()
    {
        var findings = Samples.SnapshotOf(1, 100).Findings;

        var missing = (await findings.RecommendationsAsync()).All.Sum(recommendation => recommendation.ConfigurationImpact);

        ((await findings.ConfigurationScoreAsync()).Score + missing).ShouldBe(100m, 0.000_000_000_001m);
    }

    [Fact]
    public async Task Score_MonthsLater_IsHigher()
    {
        var earlier = await Samples.SnapshotOf(1, 100, "2026-01-01/0200").Findings.ConfigurationScoreAsync();
        var later = await Samples.SnapshotOf(1, 100).Findings.ConfigurationScoreAsync();

        later.Score.ShouldBeGreaterThan(earlier.Score);
    }
}

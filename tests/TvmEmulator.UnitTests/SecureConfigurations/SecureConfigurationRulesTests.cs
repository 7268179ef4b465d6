using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.SecureConfigurations;

public sealed class SecureConfigurationRulesTests
{
    [Fact]
    public void All_Catalog_HoldsSettingsOfEveryKind()
    {
        SecureConfiguration.All.Count.ShouldBeGreaterThanOrEqualTo(40);
        SecureConfiguration.All.Select(configuration => configuration.Id).ShouldBeUnique(StringComparer.Ordinal);
        SecureConfiguration.All.ShouldAllBe(configuration => configuration.Impact >= 1 && configuration.Impact <= 10);
        SecureConfiguration.All.Select(configuration => configuration.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["Accounts", "Application", "Network", "OS", "Security controls"]);
    }

    [Theory]
    [InlineData(1, Samples.DefaultMark)]
    [InlineData(5, "2031-02-03/1400")]
    public void Find_EveryDevice_HasRowsWithEachSettingOnce(long seed, string mark)
    {
        foreach (var (_, rows) in RowsOf(Samples.SnapshotOf(seed, 60, mark)))
        {
            rows.Count.ShouldBeGreaterThanOrEqualTo(5);
            rows.Select(row => row.Configuration.Id).ShouldBeUnique(StringComparer.Ordinal);
            rows.ShouldAllBe(row => row.IsApplicable || !row.IsCompliant);
        }
    }

    [Theory]
    [InlineData("2025-01-01/0200", "2025-01-01/0800")]
    [InlineData("2025-01-01/0200", Samples.DefaultMark)]
    [InlineData(Samples.DefaultMark, "2027-03-14/1400")]
    public void Find_LaterOnTheSameDevice_KeepsWhatWasMet(string earlier, string later)
    {
        var before = MetOf(Samples.SnapshotOf(1, 150, earlier));
        var after = MetOf(Samples.SnapshotOf(1, 150, later));

        var stayed = before.Keys.Where(after.ContainsKey).ToList();
        stayed.Count.ShouldBeGreaterThan(30);
        stayed.ShouldAllBe(device => before[device].IsSubsetOf(after[device]));
    }

    /// <summary>A device that had no sensor would not be there.</summary>
    [Theory]
    [InlineData(1, Samples.DefaultMark)]
    [InlineData(2, "2025-01-01/0200")]
    public void Find_EveryDevice_IsConnectedToTheSensor(long seed, string mark) =>
        RowsOf(Samples.SnapshotOf(seed, 300, mark)).ShouldAllBe(device => device.Rows.Single(row => row.Configuration.Id == "scid-2030").IsCompliant);

    [Fact]
    public void Find_AYearLater_MoreIsMetOnTheDevicesThatStayed()
    {
        var before = MetOf(Samples.SnapshotOf(1, 150));
        var after = MetOf(Samples.SnapshotOf(1, 150, "2027-06-30/0200"));

        var stayed = before.Keys.Where(after.ContainsKey).ToList();
        stayed.Sum(device => after[device].Count).ShouldBeGreaterThan(stayed.Sum(device => before[device].Count));
    }

    [Fact]
    public void SecureConfigurations_EveryConfiguration_CountsItsRows()
    {
        var snapshot = Samples.SnapshotOf(1, 150);
        var rows = RowsOf(snapshot).SelectMany(device => device.Rows).ToList();

        foreach (var configuration in SecureConfiguration.All)
        {
            var own = rows.Where(row => row.Configuration == configuration).ToList();
            snapshot.SecureConfigurations.ApplicableOf(configuration).ShouldBe(own.Count(row => row.IsApplicable));
            snapshot.SecureConfigurations.CompliantOf(configuration).ShouldBe(own.Count(row => row.IsCompliant));
        }

        SecureConfiguration.All.ShouldContain(configuration =>
            snapshot.SecureConfigurations.CompliantOf(configuration) > 0
            && snapshot.SecureConfigurations.CompliantOf(configuration) < snapshot.SecureConfigurations.ApplicableOf(configuration));
    }

    /// <summary>Ids of the settings that are met, by device and system: another system has other settings.</summary>
    private static Dictionary<string, HashSet<string>> MetOf(Snapshot snapshot) => RowsOf(snapshot).ToDictionary(
        device => device.Key,
        device => device.Rows.Where(row => row.IsCompliant).Select(row => row.Configuration.Id).ToHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static IEnumerable<(string Key, List<SecureConfigurationRow> Rows)> RowsOf(Snapshot snapshot)
    {
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var rows = new List<SecureConfigurationRow>();
            var device = snapshot.DeviceAt(place);
            SecureConfigurationRules.Find(device, snapshot.Mark.At, rows);
            yield return ($"{device.Key} {device.Platform}", rows);
        }
    }
}

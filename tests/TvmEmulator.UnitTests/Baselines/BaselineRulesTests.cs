using System.Globalization;
using System.Text.RegularExpressions;
using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Baselines;

public sealed partial class BaselineRulesTests
{
    [Fact]
    public void Current_Catalog_IsRichEnough()
    {
        Benchmark.Current.Settings.Count.ShouldBeGreaterThanOrEqualTo(60);
        Benchmark.Current.Settings.Select(setting => setting.Id).ShouldBeUnique(StringComparer.Ordinal);
        Benchmark.Current.Settings.Select(setting => setting.Cce).ShouldBeUnique(StringComparer.Ordinal);
        Benchmark.Current.Settings.ShouldAllBe(setting => Regex.IsMatch(setting.Cce, "^CCE-[0-9]{5}-[0-9]$", RegexOptions.NonBacktracking));
        Benchmark.Current.Profiles.ShouldAllBe(profile => profile.Settings.Count > 40);
        Benchmark.Current.Profiles.Select(profile => Guid.Parse(profile.Id)).ShouldBeUnique();
        Benchmark.Current.Settings.ShouldAllBe(setting => Benchmark.Current.Profiles.Any(profile => profile.Settings.Contains(setting)));
    }

    /// <summary>What rows say is judged by what the recommendation says in words.</summary>
    [Fact]
    public void CurrentValues_EverySetting_ComplyExactlyWhenTheRecommendationSaysSo()
    {
        foreach (var setting in Benchmark.Current.Settings)
        {
            setting.CompliantValues.ShouldAllBe(value => Complies(value[0], setting.RecommendedValue[0]), setting.Id);
            setting.OtherValues.ShouldAllBe(value => !Complies(value[0], setting.RecommendedValue[0]), setting.Id);
        }
    }

    [Theory]
    [InlineData(1, Samples.DefaultMark)]
    [InlineData(8, "2025-01-01/0200")]
    public void Find_EveryRow_HasAValueThatAgreesWithItsResult(long seed, string mark)
    {
        var results = new HashSet<bool?>();
        foreach (var (_, rows) in RowsOf(Samples.SnapshotOf(seed, 150, mark)))
        {
            foreach (var row in rows)
            {
                results.Add(row.IsCompliant);
                if (row.IsApplicable)
                    Complies(row.CurrentValue.Single(), row.Setting.RecommendedValue.Single()).ShouldBe(row.IsCompliant!.Value, row.Setting.Id);
                else
                    row.CurrentValue.ShouldBeEmpty();
            }
        }

        results.Order().ShouldBe([null, false, true]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Find_EveryDevice_IsComparedWithOneProfileOfItsSystem(long seed)
    {
        foreach (var (device, rows) in RowsOf(Samples.SnapshotOf(seed, 150)))
        {
            rows.Select(row => row.Profile).Distinct().Count().ShouldBe(device.Platform.Family() == PlatformFamily.Windows ? 1 : 0);
            rows.Select(row => row.Setting.Id).ShouldBeUnique(StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, Samples.DefaultMark)]
    [InlineData(8, "2025-01-01/0200")]
    [InlineData(3, "2033-09-01/2000")]
    public void Find_SettingOfASecureConfiguration_SaysTheSame(long seed, string mark)
    {
        (string Setting, string Configuration)[] same =
        [
            ("1.1.1", "scid-27"), ("1.1.4", "scid-22"), ("1.2.1", "scid-35"), ("1.2.2", "scid-31"), ("2.3.1", "scid-41"), ("2.3.5", "scid-92"), ("2.3.7", "scid-56"),
            ("2.3.8", "scid-55"), ("2.3.9", "scid-14"), ("2.3.12", "scid-70"), ("2.3.13", "scid-89"), ("9.1.1", "scid-2010"), ("9.2.1", "scid-2011"), ("9.3.1", "scid-2012"),
            ("18.1.2", "scid-52"), ("18.1.3", "scid-77"), ("18.1.4", "scid-61"), ("18.1.5", "scid-2050"), ("18.1.6", "scid-10"), ("18.1.14", "scid-44"),
        ];
        var snapshot = Samples.SnapshotOf(seed, 100, mark);
        foreach (var (device, rows) in RowsOf(snapshot).Where(device => device.Rows.Count > 0))
        {
            var configurations = new List<SecureConfigurationRow>();
            SecureConfigurationRules.Find(device, snapshot.Mark.At, configurations);
            foreach (var (setting, configuration) in same)
                rows.Single(row => row.Setting.Id == setting).IsCompliant.ShouldBe(configurations.Single(row => row.Configuration.Id == configuration).IsCompliant, setting);
        }
    }

    private static bool Complies(string value, string recommendation)
    {
        var asked = Quoted().Matches(recommendation).Select(match => match.Value.Trim('\'')).ToList();
        return recommendation[..(recommendation.IndexOf('\'', StringComparison.Ordinal) - 1)] switch
        {
            "Equals" => value == asked[0],
            "One of" => asked.Contains(value, StringComparer.Ordinal),
            "Greater than or equal" => Number(value) >= Number(asked[0]),
            "Greater than" => Number(value) > Number(asked[0]) && Number(value) <= Number(asked[1]),
            var unknown => throw new FormatException(unknown),
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<(Device Device, List<BaselineRow> Rows)> RowsOf(Snapshot snapshot)
    {
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var rows = new List<BaselineRow>();
            var device = snapshot.DeviceAt(place);
            BaselineRules.Find(device, snapshot.Mark.At, rows);
            yield return (device, rows);
        }
    }

    [GeneratedRegex("'[^']*'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}

using System.Globalization;
using System.Text.RegularExpressions;
using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.Devices;
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

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Findings;

public sealed class RecommendationTableTests
{
    public static TheoryData<long, int, string> Fleets => FindingFleets.All;

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task All_AnyFleet_IsOneForEachExposingProductAndEachMissedConfiguration(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var products = Samples.RowsOf(snapshot).Where(row => row.Weaknesses > 0).Select(row => row.Product).Distinct().OrderBy(product => product.Rank);
        var configurations = MissedOf(snapshot).Select(missed => missed.Configuration).Distinct().OrderBy(configuration => configuration.Index);

        var table = await snapshot.Findings.RecommendationsAsync();

        table.All.Select(recommendation => recommendation.Id)
            .ShouldBe([.. products.Select(product => $"va-_-{product.Id}"), .. configurations.Select(configuration => $"sca-_-{configuration.Id}")]);
        table.All.ShouldAllBe(recommendation => table.Find(recommendation.Id.ToUpperInvariant()) == recommendation);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task All_OfProducts_CountTheirDevicesAndCves(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Product);
        var table = await snapshot.Findings.RecommendationsAsync();

        foreach (var recommendation in table.All.Where(recommendation => recommendation.Product is not null))
        {
            var installed = rows[recommendation.Product!];
            var exposed = installed.Where(row => row.Weaknesses > 0).Select(row => row.Device).Distinct().ToList();

            recommendation.TotalMachines.ShouldBe(installed.Select(row => row.Device).Distinct().Count(), recommendation.Id);
            recommendation.ExposedMachines.ShouldBe(exposed.Count, recommendation.Id);
            recommendation.ExposedCriticalDevices.ShouldBe(exposed.Count(IsCritical), recommendation.Id);
            recommendation.Weaknesses.ShouldBe(installed.SelectMany(row => PlainCves.IdsOf(row, snapshot)).Distinct(StringComparer.Ordinal).Count(), recommendation.Id);
            recommendation.HasUnpatchableCve.ShouldBe(HasUnpatchable(installed, snapshot), recommendation.Id);
            KeysOf(table.PlacesOf(recommendation, CancellationToken.None), snapshot).ShouldBe(exposed.Select(device => device.Key), recommendation.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task All_OfConfigurations_CountTheirDevices(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var applicable = RowsOf(snapshot).Where(found => found.Row.IsApplicable).ToLookup(found => found.Row.Configuration);
        var table = await snapshot.Findings.RecommendationsAsync();

        foreach (var recommendation in table.All.Where(recommendation => recommendation.Configuration is not null))
        {
            var missing = applicable[recommendation.Configuration!].Where(found => !found.Row.IsCompliant).Select(found => found.Device).ToList();

            recommendation.TotalMachines.ShouldBe(applicable[recommendation.Configuration!].Count(), recommendation.Id);
            recommendation.ExposedMachines.ShouldBe(missing.Count, recommendation.Id);
            recommendation.ExposedCriticalDevices.ShouldBe(missing.Count(IsCritical), recommendation.Id);
            KeysOf(table.PlacesOf(recommendation, CancellationToken.None), snapshot).ShouldBe(missing.Select(device => device.Key), recommendation.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task Of_AnyDevice_IsWhatItsRowsCallFor(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var products = Samples.RowsOf(snapshot).Where(row => row.Weaknesses > 0).ToLookup(row => row.Device.Key, row => $"va-_-{row.Product.Id}");
        var configurations = MissedOf(snapshot).ToLookup(missed => missed.Device.Key, missed => $"sca-_-{missed.Configuration.Id}");
        var table = await snapshot.Findings.RecommendationsAsync();

        for (var place = 0; place < snapshot.Devices; place++)
        {
            var device = snapshot.DeviceAt(place);

            table.Of(device).Select(recommendation => recommendation.Id)
                .ShouldBe([.. products[device.Key].Distinct(StringComparer.Ordinal), .. configurations[device.Key]]);
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task All_RemedyOfProducts_FollowsFromTheirSupportAndCves(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var now = snapshot.Mark.At;
        var exposed = Samples.RowsOf(snapshot).Where(row => row.Weaknesses > 0).ToLookup(row => row.Product);
        var table = await snapshot.Findings.RecommendationsAsync();

        foreach (var recommendation in table.All.Where(recommendation => recommendation.Product is not null))
        {
            var product = recommendation.Product!;
            var supported = product.Tracks.Where(track => IsSupported(track, now) && track.ReleaseAt(now) >= 0).ToList();
            var expected = supported.Count == 0 ? product.IsOperatingSystem ? RemediationType.Upgrade : RemediationType.Uninstall
                : exposed[product].Any(row => IsSupported(row.Track, now)) ? RemediationType.Update
                : RemediationType.Upgrade;
            var (clean, newest) = (supported.SelectMany(track => VersionsWithoutCve(track, snapshot)).LastOrDefault(), supported.LastOrDefault()?.VersionOf(supported[^1].ReleaseAt(now)));
            bool Helps(string? version) => version is not null && exposed[product].Any(row => VersionOrder.Instance.Compare(row.Version, version) < 0);

            recommendation.RemediationType.ShouldBe(expected, recommendation.Id);
            recommendation.RecommendedVersion.ShouldBe(Helps(clean) ? clean : Helps(newest) ? newest : null, recommendation.Id);
        }
    }

    /// <summary>Some CVEs are known before their update is out, and in some products that is the case of the newest release.</summary>
    [Theory]
    [InlineData(1, Samples.DefaultMark)]
    [InlineData(2, "2027-03-14/1400")]
    public async Task All_OfAThousandDevices_RecommendAVersionUnlessThereIsNoUpdate(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, 1000, mark);
        var table = await snapshot.Findings.RecommendationsAsync();
        var updates = table.All.Where(recommendation => recommendation.RemediationType == RemediationType.Update).ToList();

        updates.Where(recommendation => recommendation.RecommendedVersion is null).ShouldAllBe(recommendation => recommendation.HasUnpatchableCve);
        updates.Count(recommendation => recommendation.RecommendedVersion is null).ShouldBeInRange(1, updates.Count / 10);
    }

    [Fact]
    public async Task All_OfAThousandDevices_AskForEveryRemedy()
    {
        var table = await Samples.SnapshotOf(1, 1000).Findings.RecommendationsAsync();

        table.All.Select(recommendation => recommendation.RemediationType).Distinct().Count().ShouldBe(Enum.GetValues<RemediationType>().Length);
        table.All.Count(recommendation => recommendation.ActiveAlert).ShouldBeInRange(1, table.All.Count / 10);
        table.All.ShouldAllBe(recommendation => recommendation.ActiveAlert == recommendation.AssociatedThreats.Count > 0);
    }

    private static bool IsSupported(Track track, Moment now) =>
        (track.Product.EndOfSupport is not { } endOfProduct || endOfProduct > now) && (track.EndOfSupport is not { } endOfLine || endOfLine > now);

    /// <summary>Those of a line, oldest first.</summary>
    private static IEnumerable<string> VersionsWithoutCve(Track track, Snapshot snapshot)
    {
        var known = WeaknessTimeline.Of(track, snapshot.Known).ToList();
        for (var release = 0; release <= track.ReleaseAt(snapshot.Mark.At); release++)
        {
            if (!known.Exists(weakness => weakness.Affects(release, snapshot.Known)))
                yield return track.VersionOf(release);
        }
    }

    private static bool IsCritical(Device device) => DeviceManagement.ValueOf(device) == DeviceValue.High;

    private static bool HasUnpatchable(IEnumerable<PlainRow> installed, Snapshot snapshot) => installed.Any(row =>
        PlainCves.IdsOf(row, snapshot).Any(id => snapshot.Cves.AffectedBy(snapshot.Cves.Find(id)!)
            .Any(reach => reach.Track == row.Track && reach.Affects(row.Release, snapshot.Known) && reach.UpdateAt(snapshot.Known) is null)));

    private static IEnumerable<ulong> KeysOf(IEnumerable<int> places, Snapshot snapshot) => places.Select(place => snapshot.DeviceAt(place).Key);

    private static IEnumerable<(Device Device, SecureConfiguration Configuration)> MissedOf(Snapshot snapshot) => RowsOf(snapshot)
        .Where(found => found.Row is { IsApplicable: true, IsCompliant: false })
        .Select(found => (found.Device, found.Row.Configuration));

    private static IEnumerable<(Device Device, SecureConfigurationRow Row)> RowsOf(Snapshot snapshot)
    {
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var rows = new List<SecureConfigurationRow>();
            SecureConfigurationRules.Find(snapshot.DeviceAt(place), snapshot.Mark.At, rows);
            foreach (var row in rows)
                yield return (snapshot.DeviceAt(place), row);
        }
    }
}

using System.Text;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Snapshots;

/// <summary>A fleet of a thousand devices shows what makes life hard for clients.</summary>
public sealed class VarietyTests
{
    private const int Many = 1000;

    public static TheoryData<long, string> Fleets => new()
    {
        { 1, "2025-01-01/0200" },
        { 1, Samples.DefaultMark },
        { -3, Samples.DefaultMark },
        { 2, "2027-03-14/1400" },
        { 1, "2035-10-01/0800" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Distribution_CommonProducts_ShowsAtLeastFourVersions(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, Many, mark);

        foreach (var id in new[] { "google-_-chrome", "microsoft-_-edge" })
            snapshot.Distribution(snapshot.Tenant.Catalog.Find(id)!).Count.ShouldBeGreaterThanOrEqualTo(4, id);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Distribution_SomeProduct_HasExactlyOneInstall(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, Many, mark);

        snapshot.Tenant.Catalog.Products.ShouldContain(product => snapshot.Distribution(product).Sum(version => version.Installations) == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-3)]
    public void Inventory_DefaultMark_ShowsAllFiveSupportStates(long seed)
    {
        var moment = Samples.Mark(Samples.DefaultMark).At;

        Samples.RowsOf(Samples.SnapshotOf(seed, Many)).Select(row => row.Track).Distinct().Select(track => SupportState.Of(track, moment).Status).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ShouldBe(["EOS Software", "EOS Version", "None", "Upcoming EOS Software", "Upcoming EOS Version"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(48)]
    [InlineData(66)]
    public void Distribution_NewestChromeInItsFirstDays_IsNotTheMostInstalled(int hours)
    {
        var tenant = Samples.TenantOf(1, Many);
        var chrome = tenant.Catalog.Find("google-_-chrome")!;
        var stable = chrome.Tracks[0];
        foreach (var month in new[] { "2025-07-01", "2026-05-15", "2026-06-15", "2027-03-14", "2035-01-01" })
        {
            var release = stable.ReleaseAt(Samples.At(month)) + 1;
            var mark = SnapshotMark.AtOrBefore(stable.DateOf(release).Utc.AddHours(hours + 5));

            var distribution = tenant.At(mark).Distribution(chrome);

            stable.ReleaseAt(mark.At).ShouldBe(release);
            (distribution.MaxBy(version => version.Installations).Version == stable.VersionOf(release)).ShouldBeFalse($"{mark}");
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Inventory_Names_IncludeAwkwardOnesAndNoSlash(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, Many, mark);
        var rows = Samples.RowsOf(snapshot);

        rows.ShouldAllBe(row => !row.Product.Vendor.Contains('/', StringComparison.Ordinal) && !row.Product.Name.Contains('/', StringComparison.Ordinal));
        rows.ShouldContain(row => !Ascii.IsValid(row.Product.Vendor) || !Ascii.IsValid(row.Product.Name));
        rows.ShouldContain(row => row.Version.Contains(':', StringComparison.Ordinal) && (row.Version.Contains('+', StringComparison.Ordinal) || row.Version.Contains('~', StringComparison.Ordinal)));
        rows.ShouldContain(row => row.Version.Contains('~', StringComparison.Ordinal));
        rows.ShouldContain(row => row.Version.Length == 0);
        rows.ShouldContain(row => row.Product.Variants[row.Variant].Disk.Length == 0 && row.Product.Variants[row.Variant].Registry.Length == 0);
        Enumerable.Range(0, Many).Select(place => snapshot.Tenant.Fleet.Names.NameOf(snapshot.DeviceAt(place))).ShouldContain(name => !name.Contains('.', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Inventory_Groups_IncludeUnassignedAndSeveralOthers(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, Many, mark);

        snapshot.Groups[0].Group.ShouldBe(RbacGroup.Unassigned);
        snapshot.Groups.Count.ShouldBeGreaterThan(6);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Inventory_Weaknesses_AreNoneForMostAndManyForSome(long seed, string mark)
    {
        var weaknesses = Samples.RowsOf(Samples.SnapshotOf(seed, Many, mark)).Select(row => row.Weaknesses).ToList();

        weaknesses.Count(count => count == 0).ShouldBeInRange(weaknesses.Count / 4, weaknesses.Count * 9 / 10);
        weaknesses.Max().ShouldBeGreaterThan(50);
    }
}

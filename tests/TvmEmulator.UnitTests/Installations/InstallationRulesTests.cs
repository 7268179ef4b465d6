using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;

namespace TvmEmulator.UnitTests.Installations;

public sealed class InstallationRulesTests
{
    private const int Many = 1000;

    public static TheoryData<long, string> Fleets => new()
    {
        { 1, "2025-01-01/0200" },
        { 1, Samples.DefaultMark },
        { 2, "2027-03-14/1400" },
        { -3, Samples.DefaultMark },
        { 1, "2035-10-01/0800" },
    };

    /// <summary>Two marks of every year that the catalog covers.</summary>
    public static TheoryData<string> Marks => [.. Enumerable.Range(2025, 11).SelectMany(year => new[] { $"{year}-01-01/0200", $"{year}-08-15/2000" })];

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_FleetOfAThousand_GivesTenToAHundredTwentyRowsADevice(long seed, string mark)
    {
        var index = Samples.SnapshotOf(seed, Many, mark).Inventory;

        var rows = Enumerable.Range(0, Many).Select(place => index.FirstRowOf(place + 1) - index.FirstRowOf(place)).ToList();

        rows.Min().ShouldBeGreaterThanOrEqualTo(10);
        rows.Max().ShouldBeLessThanOrEqualTo(120);
        rows.Average().ShouldBeInRange(50, 80);
        index.Rows.ShouldBe(rows.Sum());
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void FindProduct_AnyDeviceAndProduct_IsItsPartOfAll(long seed, string mark)
    {
        var tenant = Samples.TenantOf(seed, Many);
        var moment = Samples.Mark(mark).At;
        var (all, some) = (new Installation[InstallationRules.MostPerDevice], new Installation[InstallationRules.MostPerDevice]);
        var products = tenant.Catalog.Listed.Append(tenant.Catalog.Products[^1]).Append(tenant.Catalog.Products[0]).Where((_, i) => i % 3 == 0).ToList();

        for (var ordinal = 0; ordinal < Many; ordinal += 7)
        {
            var device = tenant.Fleet.DeviceAt(ordinal, moment);
            var installed = all[..tenant.Rules.Find(device, moment, all)].ToLookup(installation => tenant.Catalog.Tracks[installation.Track].Product);
            foreach (var product in products.Concat(installed.Select(own => own.Key)))
                some[..tenant.Rules.FindProduct(device, product, moment, some)].ShouldBe(installed[product], $"{product.Id} on {ordinal}");
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_AnyDevice_HasNothingThatExcludesOrDoesNotRunThere(long seed, string mark)
    {
        var tenant = Samples.TenantOf(seed, Many);
        var moment = Samples.Mark(mark).At;
        var found = new Installation[InstallationRules.MostPerDevice];
        var choices = 0;

        for (var ordinal = 0; ordinal < Many; ordinal++)
        {
            var device = tenant.Fleet.DeviceAt(ordinal, moment);
            var lines = found[..tenant.Rules.Find(device, moment, found)].Select(installation => tenant.Catalog.Tracks[installation.Track]).ToList();

            lines.ShouldAllBe(line => line.RunsOn(device.Platform));
            foreach (var choice in lines.Select(line => line.Product.OnlyFor).OfType<DeviceChoice>().GroupBy(choice => choice.Key))
            {
                choice.Distinct().Count().ShouldBe(1, $"{choice.First()} of device {ordinal}");
                choices++;
            }
        }

        choices.ShouldBeGreaterThan(Many / 2);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_ProductThatEndedLongBefore_IsNotInstalledAnew(long seed, string mark)
    {
        var tenant = Samples.TenantOf(seed, Many);
        var moment = Samples.Mark(mark).At;
        var found = new Installation[InstallationRules.MostPerDevice];

        for (var ordinal = 0; ordinal < Many; ordinal++)
        {
            var device = tenant.Fleet.DeviceAt(ordinal, moment);
            foreach (var installation in found[..tenant.Rules.Find(device, moment, found)])
            {
                var product = tenant.Catalog.Tracks[installation.Track].Product;
                if (product is { IsOperatingSystem: false, EndOfSupport: { } end })
                    device.Joined.ShouldBeLessThanOrEqualTo(end.PlusDays(366), product.Id);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void Find_EveryRoleAtAnyMark_GivesAtLeastTenRows(string mark)
    {
        var tenant = Samples.TenantOf(5, Many);
        var moment = Samples.Mark(mark).At;
        var found = new Installation[InstallationRules.MostPerDevice];

        var least = Enumerable.Range(0, Many)
            .Select(ordinal => tenant.Fleet.DeviceAt(ordinal, moment))
            .GroupBy(device => device.Role.Name, device => tenant.Rules.Find(device, moment, found), StringComparer.Ordinal)
            .ToDictionary(role => role.Key, role => role.Min(), StringComparer.Ordinal);

        least.Count.ShouldBe(tenant.Fleet.Roles.Count);
        least.Where(role => role.Value < 10).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_AnyDevice_SeesNothingBeforeItExisted(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, Many, mark);

        foreach (var row in Samples.RowsOf(snapshot))
        {
            row.Release.ShouldBeGreaterThanOrEqualTo(0);
            (row.FirstSeen >= row.Track.DateOf(row.Release)).ShouldBeTrue(row.ToString());
            (row.FirstSeen >= row.Device.Joined).ShouldBeTrue(row.ToString());
            (row.FirstSeen <= snapshot.LastSeenOf(row.Device)).ShouldBeTrue(row.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_AnyDevice_HasALineOnceAndAProductOnceUnlessSideBySide(long seed, string mark)
    {
        foreach (var device in Samples.RowsOf(Samples.SnapshotOf(seed, Many, mark)).GroupBy(row => row.Device.Ordinal))
        {
            device.DistinctBy(row => row.Track.Index).Count().ShouldBe(device.Count());
            device.Where(row => !row.Product.SideBySide).CountBy(row => row.Product.Rank).All(product => product.Value == 1).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_AnyDevice_HasItsOwnOperatingSystemAndNoOther(long seed, string mark)
    {
        foreach (var device in Samples.RowsOf(Samples.SnapshotOf(seed, Many, mark)).GroupBy(row => row.Device.Ordinal))
        {
            var system = device.Where(row => row.Product.IsOperatingSystem).ShouldHaveSingleItem();
            (system.Product.PlatformBits & (1u << (int)system.Device.Platform)).ShouldNotBe(0u);
            device.All(row => row.Product.PlatformBits == 0 || (row.Product.PlatformBits & (1u << (int)row.Device.Platform)) != 0).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_AnyRow_ShowsAVariantOfItsOwnFamily(long seed, string mark) =>
        Samples.RowsOf(Samples.SnapshotOf(seed, Many, mark)).ShouldAllBe(row => IsOfFamily(row.Product, row.Device.Platform.Family(), row.Variant));

    [Fact]
    public void Find_LaterMark_NeverTakesADeviceBackToAnOlderRelease()
    {
        var before = Samples.RowsOf(Samples.SnapshotOf(1, Many)).ToDictionary(row => (row.Device.Key, row.Track.Index));
        var pairs = Samples.RowsOf(Samples.SnapshotOf(1, Many, "2026-07-21/1400"))
            .Where(row => before.ContainsKey((row.Device.Key, row.Track.Index)))
            .Select(row => (Before: before[(row.Device.Key, row.Track.Index)], After: row))
            .ToList();

        pairs.Count.ShouldBeGreaterThan(40_000);
        pairs.ShouldAllBe(pair => pair.After.Release >= pair.Before.Release);
        pairs.ShouldAllBe(pair => pair.After.Release > pair.Before.Release || pair.After.FirstSeen == pair.Before.FirstSeen);
        pairs.Count(pair => pair.After.Release > pair.Before.Release).ShouldBeGreaterThan(1000);
        pairs.Where(pair => pair.After.Release > pair.Before.Release).ShouldAllBe(pair => pair.After.FirstSeen > Samples.SnapshotOf(1, Many).LastSeenOf(pair.Before.Device));
    }

    [Fact]
    public void Find_InstalledShare_IsThatOfTheCatalog()
    {
        var devices = Samples.RowsOf(Samples.SnapshotOf(1, Many)).Where(row => row.Device.Role.Name == "workstation").ToLookup(row => row.Device.Ordinal);

        var withChrome = devices.Count(device => device.Any(row => row.Product.Id == "google-_-chrome")) * 100.0 / devices.Count;

        // 82 percent in the catalog; some have it later than they joined, some have removed it.
        withChrome.ShouldBeInRange(68, 84);
    }

    private static bool IsOfFamily(Product product, PlatformFamily family, int variant)
    {
        var (first, count) = product.VariantsOn(family);
        return variant >= first && variant < first + count;
    }
}

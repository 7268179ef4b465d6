using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Devices;

public sealed class FleetTests
{
    private const int Many = 2000;

    private static readonly Fleet Fleet = Samples.TenantOf(1, Many).Fleet;

    /// <summary>The first day of every quarter that the catalog covers.</summary>
    public static TheoryData<string> Marks =>
        [.. Enumerable.Range(2025, 15).SelectMany(year => new[] { $"{year}-01-01/0200", $"{year}-07-01/0800" })];

    [Theory]
    [MemberData(nameof(Marks))]
    public void DeviceAt_AnyMark_FillsEverySeatWithADeviceThatHasJoined(string mark)
    {
        var moment = Samples.Mark(mark).At;

        var devices = DevicesAt(moment);

        devices.ShouldAllBe(device => device.Joined <= moment && device.PlatformSince >= device.Joined && device.PlatformSince <= moment);
        devices.ShouldAllBe(device => device.Joined > moment.PlusDays(-2501));
        devices.ShouldAllBe(device => Fleet.Groups.All.Contains(device.Group) && device.Role.Platforms.Contains(device.Platform));
    }

    [Fact]
    public void DeviceAt_OverTime_ReplacesTheDeviceOfASeatExactlyWhenANewOneJoined()
    {
        var (before, after) = (Samples.At("2026-06-30"), Samples.At("2028-06-30"));

        var pairs = DevicesAt(before).Zip(DevicesAt(after)).ToList();

        pairs.ShouldAllBe(pair => (pair.First.Key == pair.Second.Key) == (pair.First.Joined == pair.Second.Joined));
        pairs.ShouldAllBe(pair => pair.First.Joined == pair.Second.Joined || pair.Second.Joined > before);
        pairs.ShouldAllBe(pair => pair.First.Role == pair.Second.Role);
        pairs.Count(pair => pair.First.Key != pair.Second.Key).ShouldBeInRange(Many / 3, Many * 2 / 3);
    }

    [Fact]
    public void DeviceAt_OverTime_MovesFewDevicesToAnotherGroup()
    {
        var pairs = DevicesAt(Samples.At("2026-01-01")).Zip(DevicesAt(Samples.At("2027-01-01"))).Where(pair => pair.First.Key == pair.Second.Key).ToList();

        pairs.Count(pair => pair.First.Group != pair.Second.Group).ShouldBeInRange(1, pairs.Count / 20);
    }

    [Fact]
    public void DeviceAt_WindowsTen_IsLeftOverTheYears()
    {
        int Count(string date) => DevicesAt(Samples.At(date)).Count(device => device.Platform == OsPlatform.Windows10);

        Count("2025-01-01").ShouldBeGreaterThan(Count("2026-06-30"));
        Count("2026-06-30").ShouldBeGreaterThan(Count("2028-06-30"));
    }

    [Fact]
    public void DeviceAt_ManySeats_FollowsTheSharesOfTheRoles()
    {
        var share = DevicesAt(Samples.At("2026-06-30")).CountBy(device => device.Role.Name).ToDictionary(role => role.Key, role => role.Value * 100.0 / Many, StringComparer.Ordinal);

        share["workstation"].ShouldBe(58, 5);
        share["server"].ShouldBe(11, 3);
        share["kiosk"].ShouldBe(5, 2);
        share.Count.ShouldBe(Fleet.Roles.Count);
    }

    [Fact]
    public void DeviceAt_AnotherSeed_GivesAnotherFleet()
    {
        var other = Samples.TenantOf(2, Many).Fleet;
        var moment = Samples.At("2026-06-30");

        Enumerable.Range(0, Many).Count(ordinal => other.DeviceAt(ordinal, moment).Key == Fleet.DeviceAt(ordinal, moment).Key).ShouldBe(0);
    }

    [Fact]
    public void Groups_All_AscendById()
    {
        var groups = Fleet.Groups.All;

        groups[0].ShouldBe(new RbacGroup(0, "Unassigned"));
        groups.Zip(groups.Skip(1)).ShouldAllBe(pair => pair.First.Id < pair.Second.Id);
        groups.Select(group => group.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(groups.Count);
    }

    private static List<Device> DevicesAt(Moment moment) => [.. Enumerable.Range(0, Many).Select(ordinal => Fleet.DeviceAt(ordinal, moment))];
}

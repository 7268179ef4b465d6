using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Devices;

public sealed class DeviceHealthTests
{
    private static readonly Moment Now = Samples.At("2026-06-30");

    private static IReadOnlyList<Device> Devices { get; } =
        [.. Enumerable.Range(0, 2000).Select(ordinal => Samples.TenantOf(1, 2000).Fleet.DeviceAt(ordinal, Now))];

    [Theory]
    [InlineData(0, false)]
    [InlineData(7 * 86_400, false)]
    [InlineData(7 * 86_400 + 1, true)]
    public void StatusOf_DeviceSilentForSoLong_IsInactiveAfterAWeek(int seconds, bool isInactive) =>
        (DeviceHealth.StatusOf(Devices[0], Now.Plus(-seconds), Now) == HealthStatus.Inactive).ShouldBe(isInactive);

    [Fact]
    public void StatusOf_DevicesThatReport_IsActiveOnAlmostAll() =>
        Devices.Count(device => DeviceHealth.StatusOf(device, Now, Now) == HealthStatus.ImpairedCommunication).ShouldBeInRange(5, 60);

    [Theory]
    [InlineData(RiskScore.None)]
    [InlineData(RiskScore.Informational)]
    [InlineData(RiskScore.Low)]
    [InlineData(RiskScore.Medium)]
    [InlineData(RiskScore.High)]
    public void RiskOf_Devices_IsEachOnSome(RiskScore risk) => Devices.ShouldContain(device => DeviceHealth.RiskOf(device, Now) == risk);

    [Fact]
    public void RiskOf_DeviceOverAQuarter_ChangesAWeekAtATime()
    {
        foreach (var device in Devices)
        {
            var hours = Enumerable.Range(0, 13 * 7 * 4).Select(i => DeviceHealth.RiskOf(device, Now.Plus(i * 6 * 3600))).ToList();

            // Between two changes lie whole weeks.
            var changes = Enumerable.Range(1, hours.Count - 1).Where(i => hours[i] != hours[i - 1]).ToList();
            changes.Zip(changes.Skip(1)).ShouldAllBe(pair => (pair.Second - pair.First) % 28 == 0);
        }
    }

    [Fact]
    public void ReportAt_TwoMoments_AreInTheirOrder()
    {
        foreach (var device in Devices)
        {
            DeviceHealth.ReportAt(device, Now).ShouldBe(DeviceHealth.ReportAt(device, Now));
            DeviceHealth.ReportAt(device, Now).ShouldBeLessThan(DeviceHealth.ReportAt(device, Now.Plus(1)));
            (DeviceHealth.ReportAt(device, Now) - Now.Utc).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
    }
}

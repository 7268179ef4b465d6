using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hardware;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Hardware;

public sealed class HardwareRulesTests
{
    [Theory]
    [InlineData(1, Samples.DefaultMark)]
    [InlineData(6, "2025-01-01/0200")]
    [InlineData(6, "2036-01-01/0200")]
    public void Find_EveryDevice_HasEachComponentOnce(long seed, string mark)
    {
        foreach (var (_, rows) in RowsOf(Samples.SnapshotOf(seed, 150, mark)))
        {
            rows.Select(row => row.Component).ShouldBe([HardwareComponent.Hardware, HardwareComponent.Processor, HardwareComponent.Bios]);
            rows.Select(row => row.Model).Distinct().Count().ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("dell-_-command_update", "dell")]
    [InlineData("hp-_-support_assistant", "hp")]
    [InlineData("lenovo-_-vantage", "lenovo")]
    public void Find_DeviceWithToolsOfAMaker_IsOfThatMaker(string tool, string maker)
    {
        var snapshot = Samples.SnapshotOf(1, 150);
        var owners = Samples.RowsOf(snapshot)
            .Where(row => row.Product.Id == tool && (row.Device.Role.Name is "workstation" or "developer"))
            .Select(row => row.Device.Key).ToHashSet();

        var makers = RowsOf(snapshot).Where(device => owners.Contains(device.Device.Key)).Select(device => device.Rows[0].Manufacturer).ToList();

        makers.ShouldNotBeEmpty();
        makers.ShouldAllBe(found => found == maker);
    }

    [Fact]
    public void Find_AYearLater_FirmwareMovesOnAndTheRestStays()
    {
        var before = RowsOf(Samples.SnapshotOf(1, 150)).ToDictionary(device => device.Device.Key, device => device.Rows);
        var after = RowsOf(Samples.SnapshotOf(1, 150, "2027-06-30/0200")).Where(device => before.ContainsKey(device.Device.Key)).ToList();

        after.Count.ShouldBeGreaterThan(30);
        after.ShouldAllBe(device => device.Rows[0].Model == before[device.Device.Key][0].Model && device.Rows[0].Processor == before[device.Device.Key][0].Processor);
        after.ShouldAllBe(device => device.Rows[2].Release >= before[device.Device.Key][2].Release);
        after.ShouldContain(device => device.Rows[2].Version != before[device.Device.Key][2].Version);
    }

    private static List<(Device Device, List<HardwareRow> Rows)> RowsOf(Snapshot snapshot)
    {
        var all = new List<(Device, List<HardwareRow>)>();
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var rows = new List<HardwareRow>();
            var device = snapshot.DeviceAt(place);
            HardwareRules.Find(device, snapshot.Mark.At, rows);
            all.Add((device, rows));
        }

        return all;
    }
}

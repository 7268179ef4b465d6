using System.Text.RegularExpressions;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hardware;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Hardware;

public sealed class HardwareRulesTests
{
    public static TheoryData<long, string> Fleets => new()
    {
        { 1, Samples.DefaultMark },
        { 2, "2025-01-01/0200" },
        { 6, "2036-01-01/0200" },
    };

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
    [MemberData(nameof(Fleets))]
    public void Find_EveryDevice_HasAProcessorOfItsArchitecture(long seed, string mark) =>
        RowsOf(Samples.SnapshotOf(seed, 400, mark)).ShouldAllBe(device => device.Rows[0].Processor.Family.StartsWith("ARM", StringComparison.Ordinal) == (device.Device.OsArchitecture == "arm64"));

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_MachinesOfACloud_AndNoOthers_AreItsVirtualMachines(long seed, string mark) =>
        RowsOf(Samples.SnapshotOf(seed, 400, mark)).ShouldAllBe(device =>
            (device.Rows[0].Manufacturer == "microsoft") == (DeviceManagement.CloudInstanceOf(device.Device, "any") != null));

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_NameThatSaysWhatTheDeviceIs_IsRight(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, 400, mark);
        foreach (var (device, rows) in RowsOf(snapshot))
        {
            var name = snapshot.Tenant.Fleet.Names.NameOf(device);
            if (name.StartsWith("laptop-", StringComparison.Ordinal))
                rows[0].Model.DeviceFamily.ShouldBe("Laptop");
            if (name.StartsWith("desktop-", StringComparison.Ordinal))
                rows[0].Model.DeviceFamily.ShouldBe("Desktop");
            if (name.Contains("-mbp-", StringComparison.Ordinal))
                rows[0].Name.ShouldStartWith("macbook_pro_");
        }
    }

    /// <summary>The makers' own names say it: processors of laptops end in a letter for few watts.</summary>
    [Fact]
    public void All_CoreProcessors_AreForLaptopsWhereTheModelIsOne()
    {
        foreach (var model in HardwareModel.All.Where(model => model.DeviceFamily is "Laptop" or "Desktop" or "Workstation"))
        {
            foreach (var processor in model.Processors.Where(processor => processor.Manufacturer is "intel" or "amd"))
                Regex.IsMatch(processor.Name, "[0-9](?:u|h|ng7)$", RegexOptions.NonBacktracking).ShouldBe(model.DeviceFamily == "Laptop", $"{model.Name} {processor.Name}");
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

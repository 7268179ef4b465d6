using System.Globalization;
using TvmEmulator.Assessments.Rows;
using TvmEmulator.Entities.Machines;
using TvmEmulator.UnitTests.Snapshots;

namespace TvmEmulator.UnitTests.Assessments.Rows;

public sealed class DeviceFactsTests
{
    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task LastSeen_DeviceThatIsNotSilent_ReadsAsInTheListOfMachines(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var table = await snapshot.DeviceTableAsync();

        var rows = Enumerable.Range(0, devices)
            .Select(place => (Facts: new DeviceFacts(snapshot, snapshot.DeviceAt(place)), Place: place))
            .Where(device => table.LastSeenOf(device.Place) == device.Facts.LastSeen)
            .ToList();

        // One in four is silent.
        rows.Count.ShouldBeGreaterThanOrEqualTo(devices / 2);
        foreach (var (facts, place) in rows)
        {
            var lastSeen = new MachineRow(snapshot, table, place).LastSeen;
            facts.LastSeenTimestamp.ShouldBe(lastSeen.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture));
            facts.LastSeenTime.ShouldBe(lastSeen.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        }
    }
}

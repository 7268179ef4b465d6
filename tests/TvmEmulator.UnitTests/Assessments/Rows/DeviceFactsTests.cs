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

        for (var place = 0; place < devices; place++)
        {
            var facts = new DeviceFacts(snapshot, snapshot.DeviceAt(place));
            var lastSeen = new MachineRow(snapshot, table, place).LastSeen;
            if (table.LastSeenOf(place) != facts.LastSeen)
                continue;

            facts.LastSeenTimestamp.ShouldBe(lastSeen.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture));
            facts.LastSeenTime.ShouldBe(lastSeen.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        }
    }
}

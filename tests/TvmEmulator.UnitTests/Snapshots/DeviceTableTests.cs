using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Weaknesses;
using TvmEmulator.UnitTests.Overlays;

namespace TvmEmulator.UnitTests.Snapshots;

public sealed class DeviceTableTests
{
    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task Find_IdOrNameInAnyLetterCase_IsThePlaceOfTheDevice(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var table = await snapshot.DeviceTableAsync();

        for (var place = 0; place < devices; place++)
        {
            var device = snapshot.DeviceAt(place);
            var (id, name) = (DeviceNames.IdOf(device), snapshot.Tenant.Fleet.Names.NameOf(device));
            foreach (var text in new[] { id, id.ToUpperInvariant(), name, name.ToUpperInvariant() })
                table.Find(text).ShouldBe(place, text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000")]
    [InlineData("nobody.example")]
    public async Task Find_UnknownText_IsNull(string text) => (await Samples.SnapshotOf(1, 100).DeviceTableAsync()).Find(text).ShouldBeNull();

    [Fact]
    public async Task Find_DeviceOfAnOverlay_IsItsPlaceUnderIdAndName()
    {
        var tenant = Overlaid.With(new DeviceChange("Added.Contoso.Example", OsPlatform: "Linux"), new DeviceChange(Overlaid.Name, NewName: "Renamed-1"));
        var snapshot = tenant.At(Overlaid.Mark);
        var table = await snapshot.DeviceTableAsync();

        var added = table.Find("added.contoso.example").ShouldNotBeNull();
        var renamed = table.Find("renamed-1").ShouldNotBeNull();

        table.Find(DeviceNames.IdOf(snapshot.DeviceAt(added))).ShouldBe(added);
        table.Find(Overlaid.Id).ShouldBe(renamed);
        table.Find(Overlaid.Name).ShouldBeNull();
    }

    [Fact]
    public async Task Find_RemovedDevice_IsNull() =>
        (await Overlaid.With(new DeviceChange(Overlaid.Name, Remove: true)).At(Overlaid.Mark).DeviceTableAsync()).Find(Overlaid.Id).ShouldBeNull();

    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task OsOf_EveryDevice_AgreesWithTheVersionInItsInventory(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var table = await snapshot.DeviceTableAsync();
        var versions = Samples.RowsOf(snapshot).Where(row => row.Product.IsOperatingSystem).ToDictionary(row => row.Device.Ordinal);

        for (var place = 0; place < devices; place++)
        {
            var (os, row) = (table.OsOf(place).ShouldNotBeNull(), versions[snapshot.DeviceAt(place).Ordinal]);

            os.Version.ShouldBe(row.Track.Name);
            if (row.Device.Platform.Family() == PlatformFamily.Windows)
                row.Version.ShouldStartWith($"10.0.{os.Build}.");
            else
                os.Build.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task AgentVersionOf_EveryDevice_IsTheSensorInItsInventory(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var table = await snapshot.DeviceTableAsync();
        var sensors = Samples.RowsOf(snapshot).Where(row => row.Product.Name.StartsWith("defender_for_endpoint", StringComparison.Ordinal)).ToDictionary(row => row.Device.Ordinal);

        for (var place = 0; place < devices; place++)
            table.AgentVersionOf(place).ShouldBe(sensors[snapshot.DeviceAt(place).Ordinal].Version);
    }

    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task ExposureOf_EveryDevice_IsTheLevelByBruteForce(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var table = await snapshot.DeviceTableAsync();
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Device.Ordinal);

        for (var place = 0; place < devices; place++)
        {
            var cves = rows[snapshot.DeviceAt(place).Ordinal].SelectMany(row => snapshot.Cves.CvesOf(row.Track, row.Release)).ToList();

            table.ExposureOf(place).ShouldBe(LevelOf(cves));
        }
    }

    [Fact]
    public async Task ExposureOf_ThousandDevices_IsMediumOnMostAndEachOnSome()
    {
        var snapshot = Samples.SnapshotOf(1, 1000);
        var table = await snapshot.DeviceTableAsync();

        var levels = Enumerable.Range(0, 1000).CountBy(table.ExposureOf).ToDictionary();

        levels[ExposureLevel.Medium].ShouldBeInRange(350, 700);
        levels[ExposureLevel.High].ShouldBeInRange(100, 450);
        levels[ExposureLevel.Low].ShouldBeInRange(20, 300);
    }

    [Theory]
    [MemberData(nameof(SnapshotTests.Fleets), MemberType = typeof(SnapshotTests))]
    public async Task LastSeenOf_EveryDevice_LiesBetweenItsNewestSoftwareAndTheSnapshot(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var table = await snapshot.DeviceTableAsync();
        var rows = Samples.RowsOf(snapshot).ToLookup(row => row.Device.Ordinal);

        for (var place = 0; place < devices; place++)
        {
            var (device, lastSeen) = (snapshot.DeviceAt(place), table.LastSeenOf(place));
            var newest = rows[device.Ordinal].Max(row => row.FirstSeen);

            (lastSeen <= snapshot.LastSeenOf(device) && lastSeen >= device.Joined).ShouldBeTrue();
            lastSeen.ShouldBeGreaterThanOrEqualTo(newest);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(28)]
    public async Task LastSeenOf_DeviceThatStays_NeverGoesBack(int marks)
    {
        var tenant = Samples.TenantOf(1, 300);
        var mark = Samples.Mark(Samples.DefaultMark);
        var earlier = tenant.At(mark);
        for (var i = 0; i < marks; i++)
            mark = mark.Next;
        var later = tenant.At(mark);
        var (before, after) = (await earlier.DeviceTableAsync(), await later.DeviceTableAsync());

        for (var place = 0; place < earlier.Devices; place++)
        {
            if (after.Find(DeviceNames.IdOf(earlier.DeviceAt(place))) is { } stays)
                after.LastSeenOf(stays).ShouldBeGreaterThanOrEqualTo(before.LastSeenOf(place));
        }
    }

    [Fact]
    public async Task LastSeenOf_ThousandDevices_IsOlderThanAWeekOnSome()
    {
        var snapshot = Samples.SnapshotOf(1, 1000);
        var table = await snapshot.DeviceTableAsync();

        var inactive = Enumerable.Range(0, 1000).Count(place => DeviceHealth.StatusOf(snapshot.DeviceAt(place), table.LastSeenOf(place), snapshot.Mark.At) == HealthStatus.Inactive);

        inactive.ShouldBeInRange(1, 50);
    }

    private static ExposureLevel LevelOf(List<Cve> cves)
    {
        if (cves.Count == 0)
            return ExposureLevel.None;

        var severe = cves.Count(cve => cve.Severity is Severity.High or Severity.Critical);
        var isAttackable = cves.Any(cve => cve.Severity == Severity.Critical && cve.Exploitability is (Exploitability.ExploitIsVerified or Exploitability.ExploitIsInKit));
        if (severe >= 60 || isAttackable)
            return ExposureLevel.High;
        return severe >= 10 ? ExposureLevel.Medium : ExposureLevel.Low;
    }
}

using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.UnitTests.Overlays;

namespace TvmEmulator.UnitTests.Devices;

public sealed class OsReleaseTests
{
    [Theory]
    [InlineData("Windows11", "microsoft-_-windows_11", "10.0.26100.1", "24H2", 26100)]
    [InlineData("Windows11", "microsoft-_-windows_11", "10.0.22631.99999", "23H2", 22631)]
    [InlineData("Windows11", "microsoft-_-windows_11", "10.0.99999.1", null, 99999)]
    [InlineData("Windows11", "microsoft-_-windows_11", "unknown", null, null)]
    [InlineData("WindowsServer2019", "microsoft-_-windows_server_2019", "10.0.17763.1", "1809", 17763)]
    [InlineData("macOS", "apple-_-macos", "15.99", "15", null)]
    [InlineData("Linux", "canonical-_-ubuntu_linux", "22.04.99", "22.04", null)]
    public async Task Of_VersionThatAnOverlayAdds_BelongsToTheLineOfItsKind(string platform, string software, string version, string? line, int? build)
    {
        const string Name = "os.contoso.example";
        var changes = new OverlayChanges(
            Devices: [new DeviceChange(Name, OsPlatform: platform)],
            Installations: [new InstallationChange(Name, software, version)]);
        var snapshot = Overlaid.Tenant.With(changes, Overlaid.Mark).At(Overlaid.Mark);
        var table = await snapshot.DeviceTableAsync();

        table.OsOf(table.Find(Name)!.Value).ShouldBe(new OsRelease(line, build));
    }
}

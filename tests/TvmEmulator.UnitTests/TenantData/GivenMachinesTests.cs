using System.Text.Json.Nodes;
using TvmEmulator.Entities.Machines;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>What is known of given devices: what rows say, and nothing beside it.</summary>
public sealed class GivenMachinesTests : IDisposable
{
    private static readonly SnapshotMark Mark = Samples.Mark(Samples.DefaultMark);

    private readonly DataFolder _folder = new();

    public static TheoryData<string> LinesOfSystems => [.. Lines.Keys];

    private static IReadOnlyDictionary<string, Track> Lines { get; } =
        Samples.TenantOf(1, 30).Catalog.Tracks.Where(track => track.Product.IsOperatingSystem).ToDictionary(track => $"{track.Product.Title} {track.Name}", StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Windows11", "10.0.22631.3593", "23H2", 22631)]
    [InlineData("Windows10", "10.0.19045.5011", "22H2", 19045)]
    [InlineData("WindowsServer2019", "10.0.17763.8755", "1809", 17763)]
    [InlineData("Windows7", "6.1.7601.24545", null, 7601)]
    [InlineData("Windows11", "10.0.99999.1", null, 99999)]
    [InlineData("macOS", "14.5", "14", null)]
    [InlineData("Linux", "ubuntu_linux_22.04.4", "22.04", null)]
    [InlineData("RedHatEnterpriseLinux", "enterprise_linux_8", "8", null)]
    [InlineData("Windows11", "unheard of", "22H2", 19045)]
    [InlineData("Windows11", null, "22H2", 19045)]
    public async Task OsOf_VersionThatRowsSay_IsInTheFormOfTheService(string platform, string? osVersion, string? version, int? build)
    {
        var system = Rows.Inventory("windows_10", "10.0.19045.5011").With("softwareVendor", "microsoft");
        var row = Rows.Vulnerability(null).With("osPlatform", platform).With("osVersion", osVersion);

        (await OsAsync(system, row)).ShouldBe(new OsRelease(version, build));
    }

    [Theory]
    [InlineData("microsoft", "windows_11", "10.0.26100.4061", "24H2", 26100)]
    [InlineData("microsoft", "windows_server_2012_r2", "6.3.9600.22000", null, 9600)]
    [InlineData("canonical", "ubuntu_linux", "24.04", "24.04", null)]
    [InlineData("apple", "macos", "15.7.5", "15", null)]
    public async Task OsOf_InstalledSystemAlone_IsInTheFormOfTheService(string vendor, string name, string installed, string? version, int? build) =>
        (await OsAsync(Rows.Inventory(name, installed).With("softwareVendor", vendor))).ShouldBe(new OsRelease(version, build));

    [Fact]
    public async Task OsOf_NoRowSaysIt_IsNull() => (await OsAsync(Rows.Inventory())).ShouldBeNull();

    /// <summary>A given version reads as a generated device with it does.</summary>
    [Theory]
    [MemberData(nameof(LinesOfSystems))]
    public async Task OsOf_VersionOfTheCatalog_IsThatOfAGeneratedDevice(string line)
    {
        var track = Lines[line];
        var version = track.VersionOf(track.ListedReleases - 1);

        (await OsAsync(Rows.Inventory(track.Product.Name, version).With("softwareVendor", track.Product.Vendor))).ShouldBe(OsRelease.Of(track, 0));
    }

    [Fact]
    public void Device_WhatNoRowSays_IsNotMadeUp()
    {
        var snapshot = _folder.With("0.json", Rows.Lines(Enumerable.Range(0, 400).Select(i => Rows.Inventory(device: $"d{i}").With("osPlatform", "WindowsServer2022")))).Tenant.At(Mark);

        for (var place = 0; place < snapshot.Devices; place++)
        {
            var device = snapshot.DeviceAt(place);
            DeviceHealth.RiskOf(device, Mark.At).ShouldBe(RiskScore.None);
            DeviceHealth.StatusOf(device, Mark.At, Mark.At).ShouldBe(HealthStatus.Active);
            DeviceManagement.ValueOf(device).ShouldBe(DeviceValue.Normal);
            DeviceManagement.DirectoryIdOf(device).ShouldBeNull();
            DeviceManagement.SourceOf(device).ShouldBe(ManagementSource.Unknown);
            DeviceManagement.TagsOf(device).ShouldBeEmpty();
            DeviceManagement.CloudInstanceOf(device, "oven").ShouldBeNull();
            device.OsArchitecture.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("x64", "64-bit")]
    [InlineData("arm64", "64-bit")]
    [InlineData("x86", "32-bit")]
    [InlineData(null, null)]
    public async Task OsArchitecture_ArchitectureThatRowsSay_IsInTheFormOfTheService(string? architecture, string? expected)
    {
        var snapshot = _folder.With("0.json", Rows.Lines(Rows.Vulnerability(null).With("osArchitecture", architecture))).Tenant.At(Mark);

        new MachineRow(snapshot, await snapshot.DeviceTableAsync(), place: 0).OsArchitecture.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public async Task Find_IdThatIsTheNameOfAnother_IsTheDeviceWithTheId(string id)
    {
        var snapshot = WithNamesOfEachOther("a", "b");
        var devices = await snapshot.DeviceTableAsync();

        DeviceNames.IdOf(snapshot.DeviceAt(devices.Find(id)!.Value)).ShouldBe(id);
        DeviceNames.IdOf(snapshot.DeviceAt(devices.FindId(id)!.Value)).ShouldBe(id);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public async Task From_MachineWhoseIdIsTheNameOfAnother_IsItsRows(string id)
    {
        var snapshot = WithNamesOfEachOther("a", "b");
        var stream = new MachineVulnerabilityStream(snapshot, await snapshot.Findings.CveRowsAsync(), await snapshot.DeviceTableAsync(), new PageCursors());

        var rows = stream.From(0, new Dictionary<string, string>(StringComparer.Ordinal) { ["machineId"] = id }, CancellationToken.None);

        rows.ShouldHaveSingleItem().Row.MachineId.ShouldBe(id);
    }

    /// <summary>Two devices with a CVE, each of which is called what the other's id is.</summary>
    private Snapshot WithNamesOfEachOther(string one, string other) => _folder.With("0.json", Rows.Lines(
        Rows.Vulnerability("CVE-2024-1", device: one).With("deviceName", other),
        Rows.Vulnerability("CVE-2024-1", device: other).With("deviceName", one))).Tenant.At(Mark);

    private async Task<OsRelease?> OsAsync(params JsonObject[] rows)
    {
        for (var i = 0; i < rows.Length; i++)
            _folder.With($"{i}.json", Rows.Lines(rows[i]));
        return (await _folder.Tenant.At(Mark).DeviceTableAsync()).OsOf(0);
    }
}

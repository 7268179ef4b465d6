using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.UnitTests.Devices;

public sealed class DeviceManagementTests
{
    private static readonly Fleet Fleet = Samples.TenantOf(1, 2000).Fleet;

    private static IReadOnlyList<Device> Devices { get; } = [.. Enumerable.Range(0, 2000).Select(ordinal => Fleet.DeviceAt(ordinal, Samples.At("2026-06-30")))];

    [Fact]
    public void DirectoryIdOf_Devices_AreDistinctAndNotOnLinux()
    {
        var ids = Devices.Select(device => (device.Platform, Id: DeviceManagement.DirectoryIdOf(device))).Where(device => device.Id is not null).ToList();

        ids.Count.ShouldBeInRange(1200, 1800);
        ids.Select(device => device.Id).Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(device => device.Platform != OsPlatform.Linux && device.Id!.Value.Version == 4);
    }

    [Fact]
    public void StatusOf_AnyDevice_IsUnknownWhenNobodyManagesIt() =>
        Devices.ShouldAllBe(device => (DeviceManagement.SourceOf(device) == ManagementSource.Unknown) == (DeviceManagement.StatusOf(device) == ManagementStatus.Unknown));

    [Theory]
    [InlineData(ManagementSource.Intune)]
    [InlineData(ManagementSource.SystemCenterConfigurationManager)]
    [InlineData(ManagementSource.MicrosoftDefenderForEndpoint)]
    [InlineData(ManagementSource.Unknown)]
    public void SourceOf_Devices_IsEachOnSome(ManagementSource source) => Devices.ShouldContain(device => DeviceManagement.SourceOf(device) == source);

    [Theory]
    [InlineData(DeviceValue.Normal)]
    [InlineData(DeviceValue.Low)]
    [InlineData(DeviceValue.High)]
    public void ValueOf_Devices_IsEachOnSome(DeviceValue value) => Devices.ShouldContain(device => DeviceManagement.ValueOf(device) == value);

    [Fact]
    public void CloudInstanceOf_SomeServers_NamesTheHost()
    {
        var instances = Devices.Select(device => (Device: device, Vm: DeviceManagement.CloudInstanceOf(device, Fleet.Names.NameOf(device)))).Where(pair => pair.Vm is not null).ToList();

        instances.Count.ShouldBeInRange(50, 250);
        instances.ShouldAllBe(pair => pair.Device.Role.Name == "server" || pair.Device.Role.Name == "linux");
        instances.ShouldAllBe(pair => pair.Vm!.ResourceId.EndsWith($"/{Fleet.Names.NameOf(pair.Device).Split('.')[0]}", StringComparison.Ordinal)
            && pair.Vm.ResourceId.Contains(pair.Vm.SubscriptionId, StringComparison.Ordinal));
    }
}

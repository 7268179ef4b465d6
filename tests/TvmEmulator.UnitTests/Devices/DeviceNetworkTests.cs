using System.Net;
using TvmEmulator.Tenants.Devices;
using IPNetwork = System.Net.IPNetwork;

namespace TvmEmulator.UnitTests.Devices;

public sealed class DeviceNetworkTests
{
    private static readonly IPNetwork Private = IPNetwork.Parse("10.0.0.0/8");
    private static readonly IPNetwork[] Documentation = [IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("2001:db8::/32")];

    private static IEnumerable<Device> Devices { get; } =
        [.. Enumerable.Range(0, 2000).Select(ordinal => Samples.TenantOf(1, 2000).Fleet.DeviceAt(ordinal, Samples.At("2026-06-30")))];

    [Fact]
    public void AddressOf_AnyDevice_IsPrivate() => Devices.ShouldAllBe(device => Private.Contains(IPAddress.Parse(DeviceNetwork.AddressOf(device))));

    [Fact]
    public void ExternalAddressOf_Devices_AreOfTheRangesForDocuments()
    {
        var addresses = Devices.Select(device => IPAddress.Parse(DeviceNetwork.ExternalAddressOf(device))).ToList();

        addresses.ShouldAllBe(address => Documentation.Any(network => network.Contains(address)));
        Documentation.ShouldAllBe(network => addresses.Any(network.Contains));
    }

    [Fact]
    public void AdaptersOf_AnyDevice_HasTheAddressOnTheOneThatIsUp()
    {
        foreach (var device in Devices)
        {
            var adapters = DeviceNetwork.AdaptersOf(device);

            adapters.Single(adapter => adapter.OperationalStatus == "Up").IpAddress.ShouldBe(DeviceNetwork.AddressOf(device));
            adapters.Where(adapter => adapter.OperationalStatus == "Down").ShouldAllBe(adapter => adapter.IpAddress == null);
            adapters.ShouldAllBe(adapter => adapter.MacAddress.Length == 12 && adapter.MacAddress.StartsWith("02", StringComparison.Ordinal));
        }
    }
}

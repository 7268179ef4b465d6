using TvmEmulator.Entities.Recommendations;
using TvmEmulator.Entities.Software;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Machines;

/// <summary>A device as a row of <c>/api/machines</c>. Its values are found when they are asked for: a filter looks at few of them.</summary>
/// <param name="snapshot">Where it is found.</param>
/// <param name="table">What its software says about it.</param>
/// <param name="place">Its place in the snapshot.</param>
/// <param name="counts">Only <see cref="Software"/> and <see cref="Recommendations"/> need it.</param>
internal sealed class MachineRow(Snapshot snapshot, DeviceTable table, int place, MachineCounts? counts = null)
{
    // Not kept: a sorted list holds a row for every device.
    private Device Device => snapshot.DeviceAt(place);

    /// <summary>The rows of some devices, by their places.</summary>
    public static IReadOnlyList<MachineRow> At(Snapshot snapshot, DeviceTable table, IReadOnlyList<int> places) =>
        new LazyRows<MachineRow>(places.Count, i => new MachineRow(snapshot, table, places[i]));

    public string Id => DeviceNames.IdOf(Device);

    public string ComputerDnsName => snapshot.Tenant.Fleet.Names.NameOf(Device);

    public DateTimeOffset FirstSeen => DeviceHealth.ReportAt(Device, Device.Joined);

    public DateTimeOffset LastSeen => DeviceHealth.ReportAt(Device, table.LastSeenOf(place));

    public string OsPlatform => Device.PlatformText;

    public string? OsProcessor => Device.OsArchitecture;

    public string? OsArchitecture => OsProcessor switch { null => null, "x86" => "32-bit", _ => "64-bit" };

    public string? Version => table.OsOf(place)?.Version;

    public long? OsBuild => table.OsOf(place)?.Build;

    public string? LastIpAddress => Device.IsGiven ? null : DeviceNetwork.AddressOf(Device);

    public string? LastExternalIpAddress => Device.IsGiven ? null : DeviceNetwork.ExternalAddressOf(Device);

    public IReadOnlyList<NetworkAdapter> IpAddresses => Device.IsGiven ? [] : DeviceNetwork.AdaptersOf(Device);

    public string? AgentVersion => table.AgentVersionOf(place);

    public HealthStatus HealthStatus => DeviceHealth.StatusOf(Device, table.LastSeenOf(place), snapshot.Mark.At);

    public RiskScore RiskScore => DeviceHealth.RiskOf(Device, snapshot.Mark.At);

    public ExposureLevel ExposureLevel => table.ExposureOf(place);

    public DeviceValue DeviceValue => DeviceManagement.ValueOf(Device);

    public int RbacGroupId => Device.Group.Id;

    /// <summary>The group of devices in no group is called <c>Unassigned</c>, as in exports.</summary>
    public string RbacGroupName => Device.Group.Name;

    public string OnboardingStatus => Device.IsOnboarded ? "Onboarded" : "CanBeOnboarded";

    public Guid? AadDeviceId => DeviceManagement.DirectoryIdOf(Device);

    public IReadOnlyList<string> MachineTags => DeviceManagement.TagsOf(Device);

    public CloudInstance? VmMetadata => DeviceManagement.CloudInstanceOf(Device, ComputerDnsName);

    public ManagementSource ManagedBy => DeviceManagement.SourceOf(Device);

    public ManagementStatus ManagedByStatus => DeviceManagement.StatusOf(Device);

    public IReadOnlyList<SoftwareRow> Software => [.. snapshot.ProductsOn(place).Select(product => new SoftwareRow(snapshot, product, counts!.Software.Of(product)))];

    public IReadOnlyList<RecommendationRow> Recommendations =>
        [.. counts!.Recommendations.Of(Device).Select(recommendation => new RecommendationRow(snapshot, counts.Software, recommendation))];

    public IReadOnlyList<VulnerabilityRow> Vulnerabilities => [.. snapshot.CvesOn(place).Select(cve => new VulnerabilityRow(snapshot, cve))];
}

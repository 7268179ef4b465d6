using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Overlays;

/// <summary>A small tenant for examples, and short ways to change it.</summary>
internal static class Overlaid
{
    public static Tenant Tenant { get; } = Samples.TenantOf(1, 30);

    public static SnapshotMark Mark { get; } = Samples.Mark(Samples.DefaultMark);

    public static Snapshot Generated { get; } = Samples.SnapshotOf(1, 30);

    /// <summary>The rows of the generated tenant.</summary>
    public static IReadOnlyList<OverlaidRow> Rows { get; } = OverlaidRow.AllOf(Generated);

    /// <summary>A device of the tenant.</summary>
    public static Device Device { get; } = Devices.First(device => device.Role.Name == "workstation");

    public static IEnumerable<Device> Devices => Enumerable.Range(0, Generated.Devices).Select(Generated.DeviceAt);

    public static string Id { get; } = DeviceNames.IdOf(Device);

    public static string Name { get; } = NameOf(Device);

    public static string NameOf(Device device) => Tenant.Fleet.Names.NameOf(device);

    public static Tenant With(params DeviceChange[] changes) => Tenant.With(new OverlayChanges(Devices: changes), Mark);

    public static Tenant With(params InstallationChange[] changes) => Tenant.With(new OverlayChanges(Installations: changes), Mark);

    public static Tenant With(params CveChange[] changes) => Tenant.With(new OverlayChanges(Cves: changes), Mark);

    /// <summary>The rows of a device, found by id or name.</summary>
    public static IReadOnlyList<OverlaidRow> RowsOf(Tenant tenant, string device, string mark = Samples.DefaultMark) =>
        [.. OverlaidRow.AllOf(tenant.At(Samples.Mark(mark))).Where(row => row.DeviceId == device || row.DeviceName == device)];

    /// <summary>The versions of a product on the device of the examples.</summary>
    public static IEnumerable<string> VersionsOf(Tenant tenant, string software, string mark = Samples.DefaultMark) =>
        RowsOf(tenant, Id, mark).Where(row => row.Software == software).Select(row => row.Version);
}

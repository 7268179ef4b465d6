using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Assessments.Rows;

/// <summary>What rows say about their device.</summary>
internal sealed class PlainDevice(Snapshot snapshot, Device device)
{
    public Snapshot Snapshot => snapshot;

    public Device Device => device;

    public DeviceNames Names => snapshot.Tenant.Fleet.Names;

    public string Id => DeviceNames.IdOf(device);

    public string Name => Names.NameOf(device);

    public int GroupId => device.Group.Id;

    public string GroupName => device.Group.Name;

    public string Platform => device.Platform == OsPlatform.MacOS ? "macOS" : Enum.GetName(device.Platform)!;

    /// <summary>The version of the one row of the inventory that is an operating system.</summary>
    public string OsVersion
    {
        get
        {
            var row = Samples.RowsOf(snapshot).Single(row => row.Device.Key == device.Key && row.Product.IsOperatingSystem);
            return device.Platform == OsPlatform.Linux ? $"{row.Product.Name}_{row.Version}" : row.Version;
        }
    }

    /// <summary>When it last reported, with the fraction of the second that the list of machines shows.</summary>
    public DateTimeOffset Seen => DeviceHealth.ReportAt(device, snapshot.LastSeenOf(device));

    public static DateTimeOffset TimeOf(Moment moment) => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(moment.Seconds);

    public static string Text(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}

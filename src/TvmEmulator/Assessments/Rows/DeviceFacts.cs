using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments.Rows;

/// <summary>What all rows of a device have in common.</summary>
internal sealed class DeviceFacts(Snapshot snapshot, Device device)
{
    private string? _osVersion;
    private bool _hasOsVersion;

    /// <summary>Where the rows come from.</summary>
    public Snapshot Snapshot => snapshot;

    /// <summary>The device.</summary>
    public Device Device => device;

    /// <summary>Its id.</summary>
    public string Id { get; } = DeviceNames.IdOf(device);

    /// <summary>Its name.</summary>
    public string Name { get; } = snapshot.Tenant.Fleet.Names.NameOf(device);

    /// <summary>When it last reported.</summary>
    public Moment LastSeen { get; } = snapshot.LastSeenOf(device);

    /// <summary>The same with thousandths of a second, as a timestamp of the family: <c>yyyy-MM-dd HH:mm:ss.fff</c>.</summary>
    public string LastSeenTimestamp => field ??= LastSeenText("yyyy-MM-dd HH:mm:ss.fff");

    /// <summary>The same as a time with a zone: <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    public string LastSeenTime => field ??= LastSeenText("yyyy-MM-ddTHH:mm:ss.fffZ");

    /// <summary>The version of its operating system; found when it is first asked for, as not every kind has it.</summary>
    public string? OsVersion
    {
        get
        {
            if (!_hasOsVersion)
                (_osVersion, _hasOsVersion) = (snapshot.OsVersionOf(device), true);
            return _osVersion;
        }
    }

    private string LastSeenText(string format) =>
        DeviceHealth.ReportAt(device, LastSeen).ToString(format, CultureInfo.InvariantCulture);
}

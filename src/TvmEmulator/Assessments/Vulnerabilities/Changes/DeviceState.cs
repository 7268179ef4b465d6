using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments.Vulnerabilities.Changes;

/// <summary>What was on a seat of the fleet at the time of a snapshot; filled again and again.</summary>
internal sealed class DeviceState(Tenant tenant)
{
    private readonly Installation[] _found = new Installation[tenant.MostInstallations];
    private int _count;

    /// <summary>The time of the snapshot.</summary>
    public Moment Moment { get; private set; }

    /// <summary>What the snapshot knows of CVEs is what was known at this moment.</summary>
    public Moment Known => DeviceReport.Begin(Moment);

    /// <summary>The device.</summary>
    public Device Device { get; private set; }

    /// <summary>When the device was seen last.</summary>
    public Moment LastSeen => DeviceReport.LastOf(Device, Moment);

    /// <summary>When the snapshot learned what it says of the device.</summary>
    public Moment Learned => DeviceReport.LearnedOf(Device, Moment);

    /// <summary>What is installed on it, in row order; nothing when snapshots leave the device out.</summary>
    public ReadOnlySpan<Installation> Installations => _found.AsSpan(0, _count);

    /// <summary>Looks at a seat.</summary>
    public void Fill(int seat, Moment moment)
    {
        Moment = moment;
        Device = tenant.Fleet.DeviceAt(seat, moment);
        _count = Device.IsRemoved ? 0 : tenant.InstallationsOf(Device, moment, _found);
    }
}

using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Devices;

/// <summary>How a device is doing at a moment. It changes from week to week.</summary>
public static class DeviceHealth
{
    /// <summary>Days without a report after which the service calls a device inactive (contract: fix-unhealthy-sensors).</summary>
    public const int InactiveAfterDays = 7;

    /// <summary>How its sensor is doing.</summary>
    /// <param name="device">The device.</param>
    /// <param name="lastSeen">When it reported last.</param>
    /// <param name="moment">When somebody asks.</param>
    public static HealthStatus StatusOf(in Device device, Moment lastSeen, Moment moment)
    {
        if (lastSeen < moment.PlusDays(-InactiveAfterDays))
            return HealthStatus.Inactive;
        return !device.IsGiven && StableHash.Below(InWeek(device, moment, 90), 80) == 0 ? HealthStatus.ImpairedCommunication : HealthStatus.Active;
    }

    /// <summary>How bad its open alerts are; of those of a given device nothing is known.</summary>
    public static RiskScore RiskOf(in Device device, Moment moment) => device.IsGiven ? RiskScore.None : StableHash.Below(InWeek(device, moment, 91), 200) switch
    {
        < 1 => RiskScore.High,
        < 4 => RiskScore.Medium,
        < 11 => RiskScore.Low,
        < 20 => RiskScore.Informational,
        _ => RiskScore.None,
    };

    /// <summary>A report of a device at a moment, to the tenth of a microsecond: equal moments give equal times, and a later one a later time.</summary>
    public static DateTimeOffset ReportAt(in Device device, Moment moment) =>
        moment.Utc.AddTicks(StableHash.Below(StableHash.Mix(StableHash.Mix(device.Key, 94), (ulong)moment.Seconds), (int)TimeSpan.TicksPerSecond));

    /// <summary>A hash that holds for seven days; they begin at another time for each device.</summary>
    private static ulong InWeek(in Device device, Moment moment, ulong purpose)
    {
        var hash = StableHash.Mix(device.Key, purpose);
        var week = (moment.Seconds + StableHash.Below(hash, 7 * Moment.Day)) / (7 * Moment.Day);
        return StableHash.Mix(hash, (ulong)week);
    }
}

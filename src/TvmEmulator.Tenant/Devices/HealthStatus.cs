namespace TvmEmulator.Tenants.Devices;

/// <summary>How a device's sensor is doing, as the service writes it in <c>healthStatus</c>; those that devices of a tenant can have.</summary>
public enum HealthStatus
{
    /// <summary>It reports.</summary>
    Active,

    /// <summary>It has not reported for more than a week.</summary>
    Inactive,

    /// <summary>It reports, but not all that it should.</summary>
    ImpairedCommunication,
}

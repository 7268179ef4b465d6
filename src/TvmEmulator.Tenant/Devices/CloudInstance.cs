namespace TvmEmulator.Tenants.Devices;

/// <summary>Where a device runs that is a virtual machine in a cloud.</summary>
/// <param name="VmId">Its id there.</param>
/// <param name="CloudProvider">The only cloud that the service names is <c>Azure</c>.</param>
/// <param name="ResourceId">Its path there.</param>
/// <param name="SubscriptionId">The subscription that it belongs to.</param>
public sealed record CloudInstance(string VmId, string CloudProvider, string ResourceId, string SubscriptionId);

namespace TvmEmulator.Tenants.Devices;

/// <summary>A network adapter of a device.</summary>
/// <param name="IpAddress">Its address; null when it is down.</param>
/// <param name="MacAddress">Twelve hexadecimal digits; locally administered, so that it is nobody's.</param>
/// <param name="Type">What it is, as the service writes it: <c>Ethernet</c>, or <c>IEEE80211</c> for a wireless one.</param>
/// <param name="OperationalStatus"><c>Up</c> or <c>Down</c>.</param>
public sealed record NetworkAdapter(string? IpAddress, string MacAddress, string Type, string OperationalStatus);

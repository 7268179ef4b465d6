using System.Net;

namespace TvmEmulator;

/// <summary>How this machine reaches an address that something listens on.</summary>
internal static class ReachableUrl
{
    /// <summary>All interfaces are asked at 127.0.0.1: containers often have no ::1, and [::] takes IPv4 callers as well.</summary>
    public static Uri Of(Uri listening) =>
        IPAddress.TryParse(listening.Host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(listening) { Host = IPAddress.Loopback.ToString() }.Uri
            : listening;

    /// <summary>The same by name, where there is one: login libraries want host names.</summary>
    public static Uri ByName(Uri listening) =>
        Of(listening) is { Host: "127.0.0.1" } loopback ? new UriBuilder(loopback) { Host = "localhost" }.Uri : Of(listening);
}

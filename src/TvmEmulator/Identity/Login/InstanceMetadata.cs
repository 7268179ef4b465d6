using System.Text.Json.Serialization;

namespace TvmEmulator.Identity.Login;

/// <summary>Which login hosts are the same service, and where a tenant's configuration is.</summary>
internal sealed record InstanceMetadata(
    string TenantDiscoveryEndpoint, [property: JsonPropertyName("api-version")] string ApiVersion, IReadOnlyList<InstanceHosts> Metadata)
{
    /// <summary>Describes this emulator, the only instance that it knows.</summary>
    public static InstanceMetadata Of(string baseUrl, string tenant, LoginVersion version, string apiVersion)
    {
        // Some libraries compare hosts, some hosts with ports; what they prefer they put in place of a host.
        var url = new Uri(baseUrl);
        string[] aliases = url.IsDefaultPort ? [url.Host] : [url.Host, url.Authority];
        return new InstanceMetadata(OpenIdConfiguration.UrlOf(baseUrl, tenant, version), apiVersion, [new InstanceHosts(url.Host, url.Host, aliases)]);
    }
}

/// <summary>Hosts of one login service.</summary>
internal sealed record InstanceHosts(string PreferredNetwork, string PreferredCache, IReadOnlyList<string> Aliases);

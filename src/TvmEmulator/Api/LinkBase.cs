using System.Net;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Tls;

namespace TvmEmulator.Api;

/// <summary>
/// What links of an answer begin with, without a slash at the end. Scheme and authority are as the caller used them, so that links can be reached
/// from the caller's network; in host mode they are the service's own.
/// </summary>
internal sealed class LinkBase(EmulatorOptions options)
{
    private readonly string? _public = options.PublicUrl?.AbsoluteUri.TrimEnd('/');

    /// <summary>Of contexts and next pages.</summary>
    public string ApiBase(HttpRequest request)
    {
        if (options.HostMode)
            return $"https://{(ServiceHosts.IsApi(request.Host.Host) ? request.Host.Host : ServiceHosts.Api)}";
        return _public ?? Requested(request);
    }

    /// <summary>Of token endpoints and issuers: what stands before the tenant.</summary>
    public string LoginBase(HttpRequest request) => options.HostMode ? $"https://{ServiceHosts.LoginFor(request.Host.Host)}" : ApiBase(request);

    /// <summary>Of export files: what stands before the container. Elsewhere than on its own host, the account is the first segment of the path.</summary>
    public string BlobBase(HttpRequest request) =>
        options.HostMode ? $"https://{StorageAccount.Name}{ServiceHosts.BlobSuffix}" : $"{ApiBase(request)}/{StorageAccount.Name}";

    private static string Requested(HttpRequest request)
    {
        // HTTP/1.0 knows no Host header, and Kestrel lets some pass that are no host: then it is the address that the caller has reached.
        var named = $"{request.Scheme}://{request.Host.Value}";
        return request.Host.HasValue && Uri.TryCreate(named, UriKind.Absolute, out _) ? named : $"{request.Scheme}://{Reached(request.HttpContext.Connection)}";
    }

    private static IPEndPoint Reached(ConnectionInfo connection)
    {
        var address = connection.LocalIpAddress ?? IPAddress.Loopback;
        return new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, connection.LocalPort);
    }
}

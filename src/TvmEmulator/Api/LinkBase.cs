using System.Net;
using TvmEmulator.Configuration;

namespace TvmEmulator.Api;

/// <summary>What links of an answer begin with: scheme and authority as the caller used them, so that they can be reached from the caller's network.</summary>
internal sealed class LinkBase(EmulatorOptions options)
{
    private readonly string? _public = options.PublicUrl?.AbsoluteUri.TrimEnd('/');

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Of(HttpRequest request)
    {
        if (_public is not null)
            return _public;

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

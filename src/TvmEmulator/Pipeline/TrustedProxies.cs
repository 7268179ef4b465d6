using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using TvmEmulator.Configuration;
using IPNetwork = System.Net.IPNetwork;

namespace TvmEmulator.Pipeline;

/// <summary>Takes scheme, host and caller of a request from the <c>X-Forwarded-*</c> headers of a trusted proxy; those of anybody else mean nothing.</summary>
internal static class TrustedProxies
{
    private const string ForwardedHost = "X-Forwarded-Host";

    /// <summary>Stands before everything that asks how a request was sent.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder application, EmulatorOptions options)
    {
        var trusted = options.TrustedProxies;
        if (trusted.Count == 0)
            return;

        // The framework trusts loopback unless it is told otherwise. Of a chain, every proxy that is trusted is followed.
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in trusted)
            forwarded.KnownIPNetworks.Add(network);

        application.Use((context, next) =>
        {
            if (context.Connection.RemoteIpAddress is { } remote && trusted.Any(network => Contains(network, remote)))
                AddPort(context.Request);
            return next(context);
        });
        application.UseForwardedHeaders(forwarded);
    }

    private static bool Contains(IPNetwork network, IPAddress address) => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>The framework does not know X-Forwarded-Port: puts it where the framework looks for it, if no port is there.</summary>
    private static void AddPort(HttpRequest request)
    {
        var headers = request.Headers;
        if (!ushort.TryParse(headers["X-Forwarded-Port"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
            return;

        var host = headers.TryGetValue(ForwardedHost, out var forwarded) ? new HostString(forwarded.ToString()) : request.Host;
        // A list is of a chain of proxies, and says nothing about which of them the port is of.
        if (host is not { HasValue: true, Port: null } || host.Value.Contains(',', StringComparison.Ordinal))
            return;

        var isStandard = port == (headers["X-Forwarded-Proto"] == Uri.UriSchemeHttps ? 443 : 80);
        headers[ForwardedHost] = (isStandard ? host : new HostString(host.Host, port)).Value;
    }
}

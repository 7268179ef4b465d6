using System.Net;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;

namespace TvmEmulator.Tls;

/// <summary>The names and addresses that the server's certificate is made for.</summary>
internal static class CertificateNames
{
    /// <summary>Those of this machine, of the options and of the service, each once.</summary>
    public static IReadOnlyList<string> Of(EmulatorOptions options, string machine)
    {
        var names = new List<string> { "localhost", "127.0.0.1", "::1" };
        // A machine may be called what no host may be called.
        if (Uri.CheckHostName(machine) == UriHostNameType.Dns)
            names.Add(machine);
        if (!options.Bind.Equals(IPAddress.Any) && !options.Bind.Equals(IPAddress.IPv6Any))
            names.Add(options.Bind.ToString());
        if (options.PublicUrl is { } url)
            names.Add(url.IdnHost);
        names.AddRange(ServiceHosts.ApisAndLogins);
        names.Add(StorageAccount.Name + ServiceHosts.BlobSuffix);
        names.AddRange(options.Tls.Hosts);
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}

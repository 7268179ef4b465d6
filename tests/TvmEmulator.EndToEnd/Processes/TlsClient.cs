using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>Clients that trust one CA and nothing else, and for which every host name leads to the TLS port of one emulator.</summary>
internal static class TlsClient
{
    /// <summary>A client that sends no token.</summary>
    /// <param name="emulator">Where every name leads.</param>
    /// <param name="authorityPem">What it trusts.</param>
    public static HttpClient Of(EmulatorProcess emulator, string authorityPem) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(emulator.Url.Host, emulator.TlsUrl!.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509Certificate2.CreateFromPem(authorityPem) },
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
        },
    });

    /// <summary>The CA that an emulator hands out.</summary>
    public static Task<string> AuthorityOfAsync(EmulatorProcess emulator) => emulator.Client.GetStringAsync("/_emulator/ca.pem");
}

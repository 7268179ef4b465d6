using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using TvmEmulator.Configuration;

namespace TvmEmulator.Tls;

/// <summary>What the server shows to its https clients.</summary>
/// <param name="certificate">Its certificate, with the private key.</param>
/// <param name="chain">The certificates between it and what clients trust.</param>
/// <param name="authorityPem">The CA that clients are to trust; null when the certificate is one of the user's own.</param>
internal sealed class ServerCertificate(X509Certificate2 certificate, X509Certificate2Collection chain, string? authorityPem) : IDisposable
{
    /// <summary>The CA that clients are to trust, as PEM; null when the certificate is one of the user's own.</summary>
    public string? AuthorityPem { get; } = authorityPem;

    /// <summary>Reads the certificate of the options, or makes one.</summary>
    /// <exception cref="CertificateUnusableException">A file of the options cannot be used.</exception>
    public static ServerCertificate Of(EmulatorOptions options, TimeProvider time)
    {
        var tls = options.Tls;
        if (tls.CertFile is not null)
        {
            var (certificate, chain) = new GivenCertificate(tls.CertFile, tls.KeyFile, time).Load();
            return new ServerCertificate(certificate, chain, authorityPem: null);
        }

        if (tls.KeyFile is not null)
            throw new CertificateUnusableException("--tls-key", tls.KeyFile, "a key needs its certificate; give it with --tls-cert FILE");

        using var authority = tls.Dir is null ? NewAuthority(time) : new AuthorityFolder(tls.Dir, time).Open();
        return new ServerCertificate(authority.Issue(CertificateNames.Of(options, Environment.MachineName), time), [], authority.Pem);
    }

    /// <summary>Lets a listener use it.</summary>
    public void ApplyTo(HttpsConnectionAdapterOptions https)
    {
        https.ServerCertificate = certificate;
        https.ServerCertificateChain = chain;
    }

    public void Dispose() => certificate.Dispose();

    private static CertificateAuthority NewAuthority(TimeProvider time)
    {
        using var key = CertificateAuthority.NewKey();
        return CertificateAuthority.Create(key, time);
    }
}

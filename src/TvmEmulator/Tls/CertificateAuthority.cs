using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TvmEmulator.Tls;

/// <summary>
/// The emulator's own certificate authority. A client that trusts it trusts the server's certificate, which is made anew at every start. The
/// certificates carry what strict verifiers ask for (RFC 5280, 4.2.1); their keys are P-256, which all clients take and which is made in no time.
/// </summary>
internal sealed class CertificateAuthority : IDisposable
{
    // Public authorities grant 398 days, and some clients accept no more. A day before now is for clients whose clocks are slow.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3652);
    private static readonly TimeSpan ServerLifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan Backdating = TimeSpan.FromDays(1);

    private static readonly OidCollection ServerAuthentication = [new Oid("1.3.6.1.5.5.7.3.1")];

    private readonly X509Certificate2 _certificate;

    /// <param name="certificate">The certificate with its private key.</param>
    public CertificateAuthority(X509Certificate2 certificate)
    {
        _certificate = certificate;
        Pem = certificate.ExportCertificatePem() + "\n";
    }

    /// <summary>The certificate, as clients are told about it.</summary>
    public string Pem { get; }

    /// <summary>A new key.</summary>
    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Makes an authority.</summary>
    public static CertificateAuthority Create(ECDsa key, TimeProvider time)
    {
        // A name of its own for each key: verifiers that look issuers up by name never find another emulator's, and people can tell them apart.
        var name = $"CN=TvmEmulator CA {Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 4))}";
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var identifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(identifier);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));

        var start = time.GetUtcNow() - Backdating;
        return new CertificateAuthority(request.CreateSelfSigned(start, start + Lifetime));
    }

    /// <summary>Makes a server's certificate with its private key.</summary>
    /// <param name="names">Host names and IP addresses, the first of which becomes its common name.</param>
    /// <param name="time">The wall clock, which clients judge it by.</param>
    public X509Certificate2 Issue(IReadOnlyList<string> names, TimeProvider time)
    {
        using var key = NewKey();
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(ServerAuthentication, critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var issuer = _certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuer));
        request.CertificateExtensions.Add(AlternativeNames(names));

        // Never outside of the validity of an authority that has been kept for years, or was made by a clock that is ahead.
        var now = time.GetUtcNow();
        var start = Latest(now - Backdating, new DateTimeOffset(_certificate.NotBefore));
        var end = Earliest(start + ServerLifetime, new DateTimeOffset(_certificate.NotAfter));
        using var certificate = request.Create(_certificate, start, end, SerialOf(key));
        return TlsKey.Usable(certificate.CopyWithPrivateKey(key));
    }

    public void Dispose() => _certificate.Dispose();

    private static X509Extension AlternativeNames(IEnumerable<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
                builder.AddIpAddress(address);
            else
                builder.AddDnsName(name);
        }

        return builder.Build();
    }

    /// <summary>16 bytes of a hash of the key: the key is new and random, so they are too. Serials are positive and have no zeros in front.</summary>
    private static byte[] SerialOf(ECDsa key)
    {
        var serial = SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..16];
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

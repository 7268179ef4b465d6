using System.Security.Cryptography.X509Certificates;

namespace TvmEmulator.Tls;

/// <summary>Makes a certificate's private key one that the TLS of this system takes.</summary>
internal static class TlsKey
{
    /// <summary>The certificate as a server can use it; disposes of the one given, if it is another.</summary>
    public static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
            return certificate;

        // Windows takes no key that lives in memory alone, only one that came out of a PFX.
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}

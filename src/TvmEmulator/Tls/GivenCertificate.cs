using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TvmEmulator.Tls;

/// <summary>
/// Reads the certificate of <c>--tls-cert</c> and <c>--tls-key</c>: PEM, where the chain may stand behind the certificate and the key in either
/// file, or PFX, which brings both.
/// </summary>
internal sealed class GivenCertificate(string certificateFile, string? keyFile, TimeProvider time)
{
    private const string CertificateOption = "--tls-cert";
    private const string KeyOption = "--tls-key";

    /// <summary>The certificate with its private key, and the certificates of its chain.</summary>
    /// <exception cref="CertificateUnusableException">A file cannot be read, or is not what it should be.</exception>
    public (X509Certificate2 Certificate, X509Certificate2Collection Chain) Load()
    {
        var bytes = Read(CertificateOption, certificateFile);
        var all = Certificates(bytes);
        var certificate = all.FirstOrDefault(candidate => candidate.HasPrivateKey) ?? all[0];
        all.Remove(certificate);
        if (CertificateValidity.Obstacle(certificate, time) is { } obstacle)
            throw Unusable(obstacle);
        if (certificate.HasPrivateKey)
        {
            return keyFile is null
                ? (certificate, all)
                : throw new CertificateUnusableException(KeyOption, keyFile, $"{certificateFile} is a PFX and brings its own key");
        }

        return (WithKey(certificate, PrivateKey(bytes)), all);
    }

    private X509Certificate2Collection Certificates(byte[] bytes)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            if (IsPem(bytes))
                certificates.ImportFromPem(Text(bytes));
            else
                certificates = X509CertificateLoader.LoadPkcs12Collection(bytes, password: null);
        }
        catch (CryptographicException wrong)
        {
            throw Unusable(IsPem(bytes) ? "holds a damaged certificate" : "is neither PEM nor a PFX without a password", wrong);
        }

        return certificates.Count > 0 ? certificates : throw Unusable("holds no certificate");
    }

    /// <summary>The PEM text of the key, from its own file or from that of the certificate.</summary>
    private string PrivateKey(byte[] certificateBytes)
    {
        var text = Text(keyFile is null ? certificateBytes : Read(KeyOption, keyFile));
        foreach (var field in PemFields(text))
        {
            if (field == "ENCRYPTED PRIVATE KEY")
                throw UnusableKey("the private key has a password; only one without can be read");
            if (field.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
                return text;
        }

        throw UnusableKey(keyFile is null ? "has no private key; give it with --tls-key FILE" : "holds no private key in PEM form");
    }

    private X509Certificate2 WithKey(X509Certificate2 certificate, string keyPem)
    {
        try
        {
            using (certificate)
                return TlsKey.Usable(X509Certificate2.CreateFromPem(certificate.ExportCertificatePem(), keyPem));
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            throw UnusableKey($"the private key is damaged, or is not that of the certificate in {certificateFile}", wrong);
        }
    }

    private static byte[] Read(string option, string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new CertificateUnusableException(option, file, $"cannot be read: {failed.Message}", failed);
        }
    }

    private static bool IsPem(byte[] bytes) => bytes.AsSpan().IndexOf("-----BEGIN "u8) >= 0;

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static IEnumerable<string> PemFields(string text)
    {
        var from = 0;
        while (PemEncoding.TryFind(text.AsSpan(from), out var field))
        {
            yield return text[from..][field.Label];
            from += field.Location.End.Value;
        }
    }

    private CertificateUnusableException Unusable(string reason, Exception? inner = null) => new(CertificateOption, certificateFile, reason, inner);

    private CertificateUnusableException UnusableKey(string reason, Exception? inner = null) =>
        keyFile is null ? Unusable(reason, inner) : new CertificateUnusableException(KeyOption, keyFile, reason, inner);
}

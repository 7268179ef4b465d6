using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TvmEmulator.Tls;

/// <summary>
/// The folder of <c>--tls-dir</c>, which keeps the CA: <c>ca.pem</c>, to be given to clients, and <c>ca-key.pem</c>, to be given to nobody. Each
/// file appears whole or not at all and is never overwritten, and the certificate is made from the key that lies there: so emulators that start at
/// the same time agree, and one that dies in between leaves nothing broken.
/// </summary>
internal sealed class AuthorityFolder(string folder, TimeProvider time)
{
    private const string Option = "--tls-dir";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _certificateFile = Path.Combine(folder, "ca.pem");
    private readonly string _keyFile = Path.Combine(folder, "ca-key.pem");

    /// <summary>The CA of the folder; makes it, and the folder, if need be.</summary>
    /// <exception cref="CertificateUnusableException">The folder cannot be used, or what lies in it is no CA.</exception>
    public CertificateAuthority Open()
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (File.Exists(_certificateFile) && !File.Exists(_keyFile))
                throw Unusable("ca.pem is there, but not its ca-key.pem; delete it to have a new CA made");

            using var key = Key(ReadOrWrite(_keyFile, OwnerOnly, NewKey));
            return Authority(ReadOrWrite(_certificateFile, Everybody, () => NewCertificate(key)), key);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"the CA can be neither read nor written there: {failed.Message}", failed);
        }
    }

    private static string NewKey()
    {
        using var key = CertificateAuthority.NewKey();
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private string NewCertificate(ECDsa key)
    {
        using var made = CertificateAuthority.Create(key, time);
        return made.Pem;
    }

    private ECDsa Key(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw Unusable("ca-key.pem holds no ECDSA key in PEM form; delete it and ca.pem to have a new CA made", wrong);
        }
    }

    private CertificateAuthority Authority(string pem, ECDsa key)
    {
        using var certificate = Certificate(pem);
        if (CertificateValidity.Obstacle(certificate, time) is { } obstacle)
            throw Unusable($"ca.pem {obstacle}; delete it and ca-key.pem to have a new CA made");
        if (!CanIssue(certificate))
            throw Unusable("ca.pem is a certificate, but not that of a CA; delete it and ca-key.pem to have one made");

        try
        {
            return new CertificateAuthority(certificate.CopyWithPrivateKey(key));
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            throw Unusable("ca-key.pem does not fit ca.pem; delete both to have a new CA made", wrong);
        }
    }

    private X509Certificate2 Certificate(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException wrong)
        {
            throw Unusable("ca.pem is no certificate in PEM form; delete it and ca-key.pem to have a new CA made", wrong);
        }
    }

    private static bool CanIssue(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority)
        && certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign))
        && certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any();

    /// <summary>What a file holds; when it is not there, what it holds once it has been written, by this process or by a faster one.</summary>
    private static string ReadOrWrite(string path, UnixFileMode mode, Func<string> make)
    {
        if (!File.Exists(path))
            Write(path, mode, make());
        return File.ReadAllText(path);
    }

    private static void Write(string path, UnixFileMode mode, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;

        // Never seen by anybody: the name need only differ between processes.
        var beside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var writer = new StreamWriter(beside, options))
                writer.Write(text);
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private CertificateUnusableException Unusable(string reason, Exception? inner = null) => new(Option, folder, reason, inner);
}

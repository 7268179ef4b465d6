using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TvmEmulator.Tls;
using TvmEmulator.UnitTests.Blobs;

namespace TvmEmulator.UnitTests.Tls;

public sealed class GivenCertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTime _time = new();
    private readonly ECDsa _authorityKey = CertificateAuthority.NewKey();
    private readonly CertificateAuthority _authority;
    private readonly X509Certificate2 _issued;

    public GivenCertificateTests()
    {
        _authority = CertificateAuthority.Create(_authorityKey, _time);
        _issued = _authority.Issue(["tvm.example"], _time);
    }

    private string CertificatePem => _issued.ExportCertificatePem() + "\n";

    private string KeyPem => _issued.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n";

    public void Dispose()
    {
        _folder.Dispose();
        _issued.Dispose();
        _authority.Dispose();
        _authorityKey.Dispose();
    }

    [Fact]
    public void Load_TwoPemFiles_AreACertificateWithItsKey() => ShouldLoad(_folder.Write("cert.pem", CertificatePem), _folder.Write("key.pem", KeyPem));

    [Fact]
    public void Load_KeyInItsOlderForm_IsRead() =>
        ShouldLoad(_folder.Write("cert.pem", CertificatePem), _folder.Write("key.pem", _issued.GetECDsaPrivateKey()!.ExportECPrivateKeyPem()));

    [Fact]
    public void Load_OnePemFile_MayHoldBothInAnyOrder() => ShouldLoad(_folder.Write("both.pem", KeyPem + CertificatePem), null);

    [Fact]
    public void Load_PemFileWithChain_GivesTheChainToo() =>
        ShouldLoad(_folder.Write("cert.pem", CertificatePem + _authority.Pem), _folder.Write("key.pem", KeyPem)).ShouldBe([_authority.Pem]);

    [Fact]
    public void Load_Pfx_BringsKeyAndChain()
    {
        using var authority = X509Certificate2.CreateFromPem(_authority.Pem);
        var pfx = new X509Certificate2Collection { authority, _issued }.Export(X509ContentType.Pkcs12)!;

        ShouldLoad(_folder.Write("both.pfx", pfx), null).ShouldBe([_authority.Pem]);
    }

    [Fact]
    public void Load_RsaKey_IsRead()
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=tvm.example", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(FakeTime.Start.AddDays(-1), FakeTime.Start.AddDays(1));

        var loaded = Load(_folder.Write("cert.pem", certificate.ExportCertificatePem()), _folder.Write("key.pem", rsa.ExportRSAPrivateKeyPem()));

        loaded.Certificate.GetRSAPrivateKey().ShouldNotBeNull();
        loaded.Certificate.Dispose();
    }

    [Fact]
    public void Load_NoSuchFile_IsRefused() => ShouldBeRefused(_folder["none.pem"], null, "--tls-cert {0}/none.pem: cannot be read: Could not find file '{0}/none.pem'.");

    [Fact]
    public void Load_FolderInPlaceOfAFile_IsRefused() => Refusal(_folder.Name, null).ShouldStartWith($"--tls-cert {_folder.Name}: cannot be read: ");

    [Fact]
    public void Load_NoSuchKeyFile_IsRefused() =>
        ShouldBeRefused(_folder.Write("cert.pem", CertificatePem), _folder["none.pem"], "--tls-key {0}/none.pem: cannot be read: Could not find file '{0}/none.pem'.");

    [Theory]
    [InlineData("", "is neither PEM nor a PFX without a password")]
    [InlineData("some text", "is neither PEM nor a PFX without a password")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "holds a damaged certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\n", "holds no certificate")]
    public void Load_NoCertificate_IsRefused(string text, string reason) => ShouldBeRefused(_folder.Write("cert.pem", text), null, $"--tls-cert {{0}}/cert.pem: {reason}");

    [Fact]
    public void Load_KeyInPlaceOfTheCertificate_IsRefused() =>
        ShouldBeRefused(_folder.Write("key.pem", KeyPem), null, "--tls-cert {0}/key.pem: holds no certificate");

    [Fact]
    public void Load_PfxWithPassword_IsRefused() => ShouldBeRefused(
        _folder.Write("both.pfx", _issued.Export(X509ContentType.Pkcs12, "secret")), null, "--tls-cert {0}/both.pfx: is neither PEM nor a PFX without a password");

    [Fact]
    public void Load_PfxBesideAKeyFile_IsRefused() => ShouldBeRefused(
        _folder.Write("both.pfx", _issued.Export(X509ContentType.Pkcs12)),
        _folder.Write("key.pem", KeyPem),
        "--tls-key {0}/key.pem: {0}/both.pfx is a PFX and brings its own key");

    [Fact]
    public void Load_NoKeyAnywhere_IsRefused() =>
        ShouldBeRefused(_folder.Write("cert.pem", CertificatePem), null, "--tls-cert {0}/cert.pem: has no private key; give it with --tls-key FILE");

    [Theory]
    [InlineData("no key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void Load_KeyFileWithoutKey_IsRefused(string text) => ShouldBeRefused(
        _folder.Write("cert.pem", CertificatePem), _folder.Write("key.pem", text), "--tls-key {0}/key.pem: holds no private key in PEM form");

    [Fact]
    public void Load_KeyWithPassword_IsRefused()
    {
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000);

        ShouldBeRefused(
            _folder.Write("cert.pem", CertificatePem),
            _folder.Write("key.pem", _issued.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem("secret", parameters)),
            "--tls-key {0}/key.pem: the private key has a password; only one without can be read");
    }

    [Fact]
    public void Load_KeyOfAnotherCertificate_IsRefused()
    {
        using var other = CertificateAuthority.NewKey();

        ShouldBeRefused(
            _folder.Write("cert.pem", CertificatePem),
            _folder.Write("key.pem", other.ExportPkcs8PrivateKeyPem()),
            "--tls-key {0}/key.pem: the private key is damaged, or is not that of the certificate in {0}/cert.pem");
    }

    [Fact]
    public void Load_KeyOfAnotherKind_IsRefused()
    {
        using var other = RSA.Create(2048);

        ShouldBeRefused(
            _folder.Write("cert.pem", CertificatePem),
            _folder.Write("key.pem", other.ExportPkcs8PrivateKeyPem()),
            "--tls-key {0}/key.pem: the private key is damaged, or is not that of the certificate in {0}/cert.pem");
    }

    [Theory]
    [InlineData(397, "expired on 2027-08-01")]
    [InlineData(-2, "is not valid before 2026-06-30")]
    public void Load_AnotherTimeThanItIsValidAt_IsRefused(int days, string reason)
    {
        var (certificate, key) = (_folder.Write("cert.pem", CertificatePem), _folder.Write("key.pem", KeyPem));
        _time.Now += TimeSpan.FromDays(days);

        ShouldBeRefused(certificate, key, $"--tls-cert {{0}}/cert.pem: {reason}");
    }

    private (X509Certificate2 Certificate, X509Certificate2Collection Chain) Load(string certificateFile, string? keyFile) =>
        new GivenCertificate(certificateFile, keyFile, _time).Load();

    /// <summary>Loads the issued certificate with its key; answers the chain.</summary>
    private string[] ShouldLoad(string certificateFile, string? keyFile)
    {
        var (certificate, chain) = Load(certificateFile, keyFile);
        using (certificate)
        {
            certificate.Thumbprint.ShouldBe(_issued.Thumbprint);
            certificate.HasPrivateKey.ShouldBeTrue();
        }

        return [.. chain.Select(link => link.ExportCertificatePem() + "\n")];
    }

    private string Refusal(string certificateFile, string? keyFile) => Should.Throw<CertificateUnusableException>(() => Load(certificateFile, keyFile)).Message;

    private void ShouldBeRefused(string certificateFile, string? keyFile, string message) =>
        Refusal(certificateFile, keyFile).ShouldBe(string.Format(null, message, _folder.Name));
}

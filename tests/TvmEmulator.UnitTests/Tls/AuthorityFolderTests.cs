using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TvmEmulator.Tls;
using TvmEmulator.UnitTests.Blobs;

namespace TvmEmulator.UnitTests.Tls;

public sealed class AuthorityFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_Again_IsTheSameAuthority()
    {
        var first = PemOf(_folder["new/ca"]);
        _time.Now += TimeSpan.FromDays(1000);

        PemOf(_folder["new/ca"]).ShouldBe(first);
        File.ReadAllText(_folder["new/ca/ca.pem"]).ShouldBe(first);
    }

    [Fact]
    public void Open_NewFolder_KeepsTheKeyFromOthersAndLeavesNothingElse()
    {
        PemOf(_folder.Name);

        Directory.GetFiles(_folder.Name).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["ca-key.pem", "ca.pem"]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_folder["ca-key.pem"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Open_ManyAtOnce_AgreeOnOneAuthorityThatWorks()
    {
        using var start = new ManualResetEventSlim();
        var openings = Enumerable.Range(0, 16)
            .Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.Wait();
                    return PemOf(_folder.Name);
                },
                TaskCreationOptions.LongRunning))
            .ToList();
        start.Set();

        (await Task.WhenAll(openings)).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldBe(PemOf(_folder.Name));
        Directory.GetFiles(_folder.Name).Length.ShouldBe(2);
    }

    [Fact]
    public void Open_KeyWithoutCertificate_MakesTheCertificate()
    {
        PemOf(_folder.Name);
        File.Delete(_folder["ca.pem"]);
        var key = File.ReadAllText(_folder["ca-key.pem"]);

        PemOf(_folder.Name).ShouldBe(PemOf(_folder.Name));
        File.ReadAllText(_folder["ca-key.pem"]).ShouldBe(key);
    }

    [Fact]
    public void Open_CertificateWithoutKey_IsRefused()
    {
        PemOf(_folder.Name);
        File.Delete(_folder["ca-key.pem"]);

        Refusal().ShouldBe("ca.pem is there, but not its ca-key.pem; delete it to have a new CA made");
    }

    [Theory]
    [InlineData("ca.pem", "", "ca.pem is no certificate in PEM form; delete it and ca-key.pem to have a new CA made")]
    [InlineData("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "ca.pem is no certificate in PEM form; delete it and ca-key.pem to have a new CA made")]
    [InlineData("ca-key.pem", "no key", "ca-key.pem holds no ECDSA key in PEM form; delete it and ca.pem to have a new CA made")]
    public void Open_DamagedFile_IsRefused(string file, string text, string reason)
    {
        PemOf(_folder.Name);
        _folder.Write(file, text);

        Refusal().ShouldBe(reason);
    }

    [Fact]
    public void Open_KeyOfAnotherAuthority_IsRefused()
    {
        PemOf(_folder.Name);
        using var other = CertificateAuthority.NewKey();
        _folder.Write("ca-key.pem", other.ExportPkcs8PrivateKeyPem());

        Refusal().ShouldBe("ca-key.pem does not fit ca.pem; delete both to have a new CA made");
    }

    [Fact]
    public void Open_KeyThatIsRsa_IsRefused()
    {
        using var rsa = RSA.Create(2048);
        _folder.Write("ca-key.pem", rsa.ExportPkcs8PrivateKeyPem());

        Refusal().ShouldBe("ca-key.pem holds no ECDSA key in PEM form; delete it and ca.pem to have a new CA made");
    }

    [Theory]
    [InlineData(-2, "ca.pem is not valid before 2026-06-30; delete it and ca-key.pem to have a new CA made")]
    [InlineData(3652, "ca.pem expired on 2036-06-29; delete it and ca-key.pem to have a new CA made")]
    public void Open_AnotherTimeThanItIsValidAt_IsRefused(int days, string reason)
    {
        PemOf(_folder.Name);
        _time.Now += TimeSpan.FromDays(days);

        Refusal().ShouldBe(reason);
    }

    [Fact]
    public void Open_CertificateOfAServer_IsRefused()
    {
        using var key = CertificateAuthority.NewKey();
        using var authority = CertificateAuthority.Create(key, _time);
        using var server = authority.Issue(["localhost"], _time);
        _folder.Write("ca.pem", server.ExportCertificatePem());
        _folder.Write("ca-key.pem", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

        Refusal().ShouldBe("ca.pem is a certificate, but not that of a CA; delete it and ca-key.pem to have one made");
    }

    [Fact]
    public void Open_FileInPlaceOfTheFolder_IsRefused()
    {
        var file = _folder.Write("file", "");

        Should.Throw<CertificateUnusableException>(() => PemOf(file)).Message.ShouldStartWith($"--tls-dir {file}: the CA can be neither read nor written there: ");
    }

    private string PemOf(string folder)
    {
        using var authority = new AuthorityFolder(folder, _time).Open();
        using var server = authority.Issue(["localhost"], _time);
        return authority.Pem;
    }

    private string Refusal()
    {
        var message = Should.Throw<CertificateUnusableException>(() => PemOf(_folder.Name)).Message;
        var head = $"--tls-dir {_folder.Name}: ";
        message.ShouldStartWith(head);
        return message[head.Length..];
    }
}

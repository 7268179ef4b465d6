using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TvmEmulator.Tls;
using TvmEmulator.UnitTests.Blobs;

namespace TvmEmulator.UnitTests.Tls;

public sealed class CertificateAuthorityTests : IDisposable
{
    private static readonly string[] Names = ["localhost", "api.securitycenter.microsoft.com", "*.api.example", "127.0.0.1", "::1"];

    private readonly FakeTime _time = new();
    private readonly ECDsa _key = CertificateAuthority.NewKey();
    private readonly CertificateAuthority _authority;

    public CertificateAuthorityTests() => _authority = CertificateAuthority.Create(_key, _time);

    public void Dispose()
    {
        _authority.Dispose();
        _key.Dispose();
    }

    [Fact]
    public void Issue_VerifierThatTrustsTheAuthority_TrustsTheCertificate()
    {
        using var certificate = _authority.Issue(Names, _time);

        StatusOf(certificate, _authority).ShouldBeEmpty();
    }

    [Fact]
    public void Issue_VerifierThatTrustsAnotherAuthority_DoesNotTrustTheCertificate()
    {
        using var key = CertificateAuthority.NewKey();
        using var other = CertificateAuthority.Create(key, _time);
        using var certificate = _authority.Issue(Names, _time);

        StatusOf(certificate, other).ShouldContain(X509ChainStatusFlags.PartialChain);
    }

    [OpensslFact]
    public void Issue_StrictVerification_FindsNothing()
    {
        using var folder = new TemporaryFolder();
        using var certificate = _authority.Issue(Names, _time);
        var now = FakeTime.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        foreach (var (kind, name) in new[] { ("hostname", "localhost"), ("hostname", "eu.api.example"), ("ip", "127.0.0.1"), ("ip", "::1") })
        {
            var (exitCode, text) = Openssl.Run(
                "verify", "-x509_strict", "-attime", now, "-purpose", "sslserver", $"-verify_{kind}", name, "-CAfile", folder.Write("ca.pem", _authority.Pem),
                folder.Write("server.pem", certificate.ExportCertificatePem()));

            exitCode.ShouldBe(0, text);
        }
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("API.securitycenter.microsoft.com", true)]
    [InlineData("us.api.example", true)]
    [InlineData("::1", true)]
    [InlineData("api.example", false)]
    [InlineData("127.0.0.2", false)]
    public void Issue_Names_AreThoseOfTheCertificate(string name, bool isIn)
    {
        using var certificate = _authority.Issue(Names, _time);

        certificate.MatchesHostname(name, allowWildcards: true, allowCommonName: false).ShouldBe(isIn);
    }

    [Fact]
    public void Create_Extensions_AreThoseOfAnAuthority()
    {
        using var certificate = X509Certificate2.CreateFromPem(_authority.Pem);

        Extension<X509BasicConstraintsExtension>(certificate, isCritical: true).PathLengthConstraint.ShouldBe(0);
        Extension<X509BasicConstraintsExtension>(certificate, isCritical: true).CertificateAuthority.ShouldBeTrue();
        Extension<X509KeyUsageExtension>(certificate, isCritical: true).KeyUsages.ShouldBe(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign);
        Identifier(certificate).ShouldBe(AuthorityIdentifier(certificate));
    }

    [Fact]
    public void Issue_Extensions_AreThoseOfAServer()
    {
        using var certificate = _authority.Issue(Names, _time);
        using var issuer = X509Certificate2.CreateFromPem(_authority.Pem);

        Extension<X509BasicConstraintsExtension>(certificate, isCritical: true).CertificateAuthority.ShouldBeFalse();
        Extension<X509KeyUsageExtension>(certificate, isCritical: true).KeyUsages.ShouldBe(X509KeyUsageFlags.DigitalSignature);
        Extension<X509EnhancedKeyUsageExtension>(certificate, isCritical: false).EnhancedKeyUsages.Cast<Oid>().ShouldHaveSingleItem().Value.ShouldBe("1.3.6.1.5.5.7.3.1");
        AuthorityIdentifier(certificate).ShouldBe(Identifier(issuer));
        certificate.HasPrivateKey.ShouldBeTrue();
    }

    [Fact]
    public void Issue_ManyTimes_SerialsArePositiveLongAndUnique()
    {
        var serials = Enumerable.Range(0, 50)
            .Select(_ =>
            {
                using var certificate = _authority.Issue(Names, _time);
                return new BigInteger(certificate.SerialNumberBytes.Span, isBigEndian: true);
            })
            .ToList();

        serials.ShouldBeUnique();
        serials.ShouldAllBe(serial => serial > BigInteger.Pow(2, 64) && serial < BigInteger.Pow(2, 159));
    }

    [Fact]
    public void Create_TwoAuthorities_HaveDifferentNames()
    {
        using var key = CertificateAuthority.NewKey();
        using var other = CertificateAuthority.Create(key, _time);

        (Subject(other) == Subject(_authority)).ShouldBeFalse();
    }

    [Fact]
    public void Issue_Validity_IsFromYesterdayForLessThan398Days()
    {
        using var certificate = _authority.Issue(Names, _time);

        Utc(certificate.NotBefore).ShouldBe(Second(FakeTime.Start.AddDays(-1)));
        Utc(certificate.NotAfter).ShouldBe(Second(FakeTime.Start.AddDays(396)));
    }

    [Fact]
    public void Create_Validity_IsTenYears()
    {
        using var certificate = X509Certificate2.CreateFromPem(_authority.Pem);

        Utc(certificate.NotBefore).ShouldBe(Second(FakeTime.Start.AddDays(-1)));
        Utc(certificate.NotAfter).Year.ShouldBe(FakeTime.Start.Year + 10);
    }

    [Theory]
    [InlineData(3600 * 24)]
    [InlineData(-1)]
    public void Issue_NearTheEndsOfTheAuthority_StaysWithinThem(int hours)
    {
        using var issuer = X509Certificate2.CreateFromPem(_authority.Pem);
        _time.Now = FakeTime.Start.AddHours(hours);

        using var certificate = _authority.Issue(Names, _time);

        certificate.NotBefore.ShouldBeGreaterThanOrEqualTo(issuer.NotBefore);
        certificate.NotAfter.ShouldBeLessThanOrEqualTo(issuer.NotAfter);
        StatusOf(certificate, _authority).ShouldBeEmpty();
    }

    private X509ChainStatusFlags[] StatusOf(X509Certificate2 certificate, CertificateAuthority trusted)
    {
        using var root = X509Certificate2.CreateFromPem(trusted.Pem);
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { root },
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationTime = _time.Now.UtcDateTime,
                ApplicationPolicy = { new Oid("1.3.6.1.5.5.7.3.1") },
            },
        };
        chain.Build(certificate);
        return [.. chain.ChainStatus.Select(status => status.Status)];
    }

    private static T Extension<T>(X509Certificate2 certificate, bool isCritical)
        where T : X509Extension
    {
        var extension = certificate.Extensions.OfType<T>().ShouldHaveSingleItem();
        extension.Critical.ShouldBe(isCritical);
        return extension;
    }

    private static string Identifier(X509Certificate2 certificate) => Extension<X509SubjectKeyIdentifierExtension>(certificate, isCritical: false).SubjectKeyIdentifier!;

    private static string AuthorityIdentifier(X509Certificate2 certificate) =>
        Convert.ToHexString(Extension<X509AuthorityKeyIdentifierExtension>(certificate, isCritical: false).KeyIdentifier!.Value.Span);

    private static string Subject(CertificateAuthority authority)
    {
        using var certificate = X509Certificate2.CreateFromPem(authority.Pem);
        return certificate.Subject;
    }

    private static DateTime Utc(DateTime local) => local.ToUniversalTime();

    private static DateTime Second(DateTimeOffset time) => time.UtcDateTime.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}

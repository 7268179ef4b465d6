using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace TvmEmulator.Tls;

/// <summary>Whether a certificate is valid now, in words.</summary>
internal static class CertificateValidity
{
    /// <summary>Why clients would refuse it; null when it is valid.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="time">The wall clock, which clients judge it by.</param>
    public static string? Obstacle(X509Certificate2 certificate, TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (first, last) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (now > last)
            return $"expired on {Day(last)}";
        return now < first ? $"is not valid before {Day(first)}" : null;
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Certificates;

/// <summary>A certificate on a device.</summary>
/// <param name="Certificate">Which one.</param>
/// <param name="NotBefore">Its first second.</param>
/// <param name="Key">Seed of its numbers.</param>
public readonly record struct CertificateRow(Certificate Certificate, Moment NotBefore, ulong Key)
{
    /// <summary>Its last second.</summary>
    public Moment NotAfter => NotBefore.PlusDays(Certificate.ValidDays);

    /// <summary>40 hexadecimal digits in upper case.</summary>
    public string Thumbprint =>
        string.Create(CultureInfo.InvariantCulture, $"{StableHash.Mix(Key, 1):X16}{StableHash.Mix(Key, 2):X16}{(uint)StableHash.Mix(Key, 3):X8}");

    /// <summary>32 hexadecimal digits in upper case; the first bit is 0, as serial numbers are positive.</summary>
    public string SerialNumber => string.Create(CultureInfo.InvariantCulture, $"{StableHash.Mix(Key, 4) >> 1:X16}{StableHash.Mix(Key, 5):X16}");

    /// <summary>Where it lies on a device.</summary>
    public string PathOn(in Device device, DeviceNames names)
    {
        var store = Filled(Certificate.StoreOn(device.Platform), device, names);
        return device.Platform.Family() switch
        {
            PlatformFamily.Windows => $"{store}\\{Thumbprint}",
            PlatformFamily.Linux => $"{store}/{Certificate.Name.Replace(' ', '-').ToLowerInvariant()}.pem",
            _ => store,
        };
    }

    /// <summary>The distinguished name of the subject.</summary>
    public string SubjectOn(in Device device, DeviceNames names) => Filled(Certificate.Subject, device, names);

    /// <summary>The distinguished name of the issuer.</summary>
    public string IssuerOn(in Device device, DeviceNames names) => Filled(Certificate.Issuer, device, names);

    private static string Filled(string pattern, in Device device, DeviceNames names) => !pattern.Contains('{', StringComparison.Ordinal)
        ? pattern
        : pattern.Replace("{device}", names.NameOf(device), StringComparison.Ordinal)
            .Replace("{user}", names.UserOf(device), StringComparison.Ordinal)
            .Replace("{organization}", names.Organization, StringComparison.Ordinal)
            .Replace("{serial}", StableHash.Mix(device.Key, 61).ToString("x16", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

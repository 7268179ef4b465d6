using Column = TvmEmulator.Assessments.Rows.Column<TvmEmulator.Tenants.Certificates.CertificateRow>;
using OfDevice = TvmEmulator.Assessments.Rows.DeviceColumns<TvmEmulator.Tenants.Certificates.CertificateRow>;

namespace TvmEmulator.Assessments.Certificates;

/// <summary>The columns of certificates. The documented example and the metadata name half of them differently.</summary>
internal static class CertificateColumns
{
    private static readonly Column Thumbprint = new("thumbprint", static (to, _, row) => to.Text(row.Thumbprint));
    private static readonly Column Path = new("path", static (to, device, row) => to.Text(row.PathOn(device.Device, device.Snapshot.Tenant.Fleet.Names)));
    private static readonly Column Algorithm = new("signatureAlgorithm", static (to, _, row) => to.Text(row.Certificate.Algorithm));
    private static readonly Column SubjectType = new("subjectType", static (to, _, row) => to.Text(row.Certificate.SubjectType));
    private static readonly Column SerialNumber = new("serialNumber", static (to, _, row) => to.Text(row.SerialNumber));

    /// <summary>As in the documented example, in which subject, issuer and usages are null.</summary>
    public static IReadOnlyList<Column> Of2021 { get; } =
    [
        OfDevice.Id,
        OfDevice.Name,
        Thumbprint,
        Path,
        Algorithm,
        new("keyLength", static (to, _, row) => to.Number(row.Certificate.KeySize)),
        new("notAfter", static (to, _, row) => to.Time(row.NotAfter)),
        new("notBefore", static (to, _, row) => to.Time(row.NotBefore)),
        SubjectType,
        SerialNumber,
        new("subjectObject", static (to, _, _) => to.Null()),
        new("issuerObject", static (to, _, _) => to.Null()),
        new("keyUsageArray", static (to, _, _) => to.Null()),
        new("extendedKeyUsageArray", static (to, _, _) => to.Null()),
        new("isSelfSigned", static (to, _, row) => to.Flag(row.Certificate.IsSelfSigned)),
        OfDevice.GroupId,
        OfDevice.GroupName,
    ];

    /// <summary>As in the service's metadata, whose names are also those of the documented table; lines of files have them, too.</summary>
    public static IReadOnlyList<Column> Of2026 { get; } =
    [
        OfDevice.Id,
        OfDevice.Name,
        Thumbprint,
        Path,
        Algorithm,
        new("keySize", static (to, _, row) => to.Number(row.Certificate.KeySize)),
        new("expirationDate", static (to, _, row) => to.Time(row.NotAfter)),
        new("issueDate", static (to, _, row) => to.Time(row.NotBefore)),
        SubjectType,
        SerialNumber,
        new("issuedTo", static (to, device, row) => to.Text(row.SubjectOn(device.Device, device.Snapshot.Tenant.Fleet.Names))),
        new("issuedBy", static (to, device, row) => to.Text(row.IssuerOn(device.Device, device.Snapshot.Tenant.Fleet.Names))),
        new("keyUsage", static (to, _, row) => to.Text(string.Join(", ", row.Certificate.KeyUsage))),
        new("extendedKeyUsage", static (to, _, row) => to.Text(row.Certificate.ExtendedKeyUsage is { } usages ? string.Join(", ", usages) : null)),
        OfDevice.GroupId,
        OfDevice.GroupName,
    ];
}

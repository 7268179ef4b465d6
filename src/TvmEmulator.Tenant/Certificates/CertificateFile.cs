namespace TvmEmulator.Tenants.Certificates;

/// <summary>A certificate as the catalog writes it; <c>{device}</c>, <c>{user}</c>, <c>{serial}</c> and <c>{organization}</c> stand for what the device has there.</summary>
internal sealed record CertificateFile
{
    public required string Name { get; init; }
    public required Dictionary<string, string> Store { get; init; }
    public required Dictionary<string, decimal> Share { get; init; }
    public required int ValidDays { get; init; }
    public required string Algorithm { get; init; }
    public required int KeySize { get; init; }
    public required string Subject { get; init; }
    public string? Issuer { get; set; }
    public required string SubjectType { get; init; }
    public required string[] KeyUsage { get; init; }
    public string[]? ExtendedKeyUsage { get; set; }
    public string? Issued { get; set; }
    public int? RenewDaysBefore { get; set; }
}

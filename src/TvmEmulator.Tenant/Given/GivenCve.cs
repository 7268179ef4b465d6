namespace TvmEmulator.Tenants.Given;

/// <summary>What rows say about a CVE.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Severity">Its severity, as the row writes it.</param>
/// <param name="CvssTenths">Its CVSS score times ten.</param>
/// <param name="Exploitability">How far exploits have come, as the row writes it.</param>
public sealed record GivenCve(string Id, string? Severity, int? CvssTenths, string? Exploitability);

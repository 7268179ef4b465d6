using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Assessments.Vulnerabilities;

/// <summary>The oracle of the fast path: plain objects that System.Text.Json writes, with the columns and the order of the contract (family.md 2.2).</summary>
internal sealed class PlainVulnerabilities(Snapshot snapshot)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions WithoutNulls = new(Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public IReadOnlyList<PlainVulnerability> Rows { get; } = PlainVulnerability.AllOf(snapshot);

    /// <summary>Objects of a page's array, without their brackets.</summary>
    public string Page2021(int first, int count) => string.Join(',', Rows.Skip(first).Take(count).Select(row => JsonSerializer.Serialize(
        new
        {
            id = $"{row.DeviceId}_{row.Name}_{row.Version}_{row.Cve?.Id}_",
            deviceId = row.DeviceId,
            rbacGroupName = row.GroupName,
            deviceName = row.DeviceName,
            osPlatform = row.Platform,
            osVersion = row.OsVersion,
            osArchitecture = row.Architecture,
            softwareVendor = row.Vendor,
            softwareName = row.Name,
            softwareVersion = row.Version,
            cveId = row.Cve?.Id,
            vulnerabilitySeverityLevel = row.Severity,
            recommendedSecurityUpdate = row.Update?.Name,
            recommendedSecurityUpdateId = row.Update?.Id,
            recommendedSecurityUpdateUrl = row.Update?.Url,
            diskPaths = row.DiskPaths,
            registryPaths = row.RegistryPaths,
            lastSeenTimestamp = row.LastSeen,
            firstSeenTimestamp = row.FirstSeen,
            exploitabilityLevel = row.Exploitability,
            recommendationReference = row.Reference,
            securityUpdateAvailable = row.Cve is null || row.Update is not null,
        },
        Json)));

    /// <summary>The same in the newer edition.</summary>
    public string Page2026(int first, int count) => string.Join(',', Rows.Skip(first).Take(count).Select(row => JsonSerializer.Serialize(
        new
        {
            id = $"{row.DeviceId}_{row.Vendor}_{row.Name}_{row.Version}_{row.Cve?.Id}",
            deviceId = row.DeviceId,
            rbacGroupId = row.GroupId,
            rbacGroupName = row.GroupName,
            deviceName = row.DeviceName,
            osPlatform = row.Platform,
            osVersion = row.OsVersion,
            osArchitecture = row.Architecture,
            softwareVendor = row.Vendor,
            softwareName = row.Name,
            softwareVersion = row.Version,
            cveId = row.Cve?.Id,
            vulnerabilitySeverityLevel = row.Severity,
            recommendedSecurityUpdate = row.Update?.Name,
            recommendedSecurityUpdateId = row.Update?.Id,
            recommendedSecurityUpdateUrl = row.Update?.Url,
            diskPaths = row.DiskPaths,
            registryPaths = row.RegistryPaths,
            lastSeenTimestamp = row.LastSeen,
            firstSeenTimestamp = row.FirstSeen,
            endOfSupportStatus = row.SupportStatus,
            endOfSupportDate = row.SupportEnd,
            exploitabilityLevel = row.Exploitability,
            recommendationReference = row.Reference,
            cvssScore = (row.Cve?.CvssTenths ?? 0) / 10.0,
            securityUpdateAvailable = row.Cve is null || row.Update is not null,
            cveMitigationStatus = (string?)null,
        },
        Json)));

    /// <summary>Lines of a file with capitals, and the ids of 2021.</summary>
    public string PascalLines(int first, int count) => string.Concat(Rows.Skip(first).Take(count).Select(row => JsonSerializer.Serialize(
        new
        {
            Id = $"{row.DeviceId}_{row.Name}_{row.Version}_{row.Cve?.Id}_",
            row.DeviceId,
            RbacGroupId = row.GroupId,
            RbacGroupName = row.GroupName,
            row.DeviceName,
            OSPlatform = row.Platform,
            OSVersion = row.OsVersion,
            OSArchitecture = row.Architecture,
            SoftwareVendor = row.Vendor,
            SoftwareName = row.Name,
            SoftwareVersion = row.Version,
            CveId = row.Cve?.Id,
            VulnerabilitySeverityLevel = row.Severity,
            RecommendedSecurityUpdate = row.Update?.Name,
            RecommendedSecurityUpdateId = row.Update?.Id,
            RecommendedSecurityUpdateUrl = row.Update?.Url,
            row.DiskPaths,
            row.RegistryPaths,
            LastSeenTimestamp = row.LastSeen,
            FirstSeenTimestamp = row.FirstSeen,
            ExploitabilityLevel = row.Exploitability,
            RecommendationReference = row.Reference,
            CvssScore = row.Cve?.CvssTenths / 10.0,
            SecurityUpdateAvailable = row.Cve is null || row.Update is not null,
            CveBatchTitle = BatchTitle(row),
            CveBatchUrl = BatchUrl(row),
            IsOnboarded = true,
        },
        WithoutNulls) + "\n"));

    /// <summary>Lines of a file without capitals, and the ids of 2026.</summary>
    public string CamelLines(int first, int count) => string.Concat(Rows.Skip(first).Take(count).Select(row => JsonSerializer.Serialize(
        new
        {
            id = $"{row.DeviceId}_{row.Vendor}_{row.Name}_{row.Version}_{row.Cve?.Id}",
            deviceId = row.DeviceId,
            rbacGroupId = row.GroupId,
            rbacGroupName = row.GroupName,
            deviceName = row.DeviceName,
            osPlatform = row.Platform,
            osVersion = row.OsVersion,
            osArchitecture = row.Architecture,
            softwareVendor = row.Vendor,
            softwareName = row.Name,
            softwareVersion = row.Version,
            cveId = row.Cve?.Id,
            vulnerabilitySeverityLevel = row.Severity,
            recommendedSecurityUpdate = row.Update?.Name,
            recommendedSecurityUpdateId = row.Update?.Id,
            recommendedSecurityUpdateUrl = row.Update?.Url,
            diskPaths = row.DiskPaths,
            registryPaths = row.RegistryPaths,
            lastSeenTimestamp = row.LastSeen,
            firstSeenTimestamp = row.FirstSeen,
            exploitabilityLevel = row.Exploitability,
            recommendationReference = row.Reference,
            cvssScore = row.Cve?.CvssTenths / 10.0,
            securityUpdateAvailable = row.Cve is null || row.Update is not null,
            cveBatchTitle = BatchTitle(row),
            cveBatchUrl = BatchUrl(row),
            isOnboarded = true,
        },
        WithoutNulls) + "\n"));

    private static string? BatchTitle(PlainVulnerability row) => row.Cve is null
        ? null
        : $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(row.Vendor.Replace('_', ' '))} {row.Cve.Published.Utc.ToString("MMMM yyyy", CultureInfo.InvariantCulture)} Vulnerabilities";

    private static string? BatchUrl(PlainVulnerability row) => row.Cve is null
        ? null
        : $"https://batches.example/{row.Vendor}/{row.Cve.Published.Utc.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";
}

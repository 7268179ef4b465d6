using System.Globalization;
using System.Text.Json;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Assessments.Vulnerabilities;

/// <summary>A row of the changes: what happened to which row, and what the row says besides what belongs to the device.</summary>
internal sealed record PlainChange(string Status, string Key, string Columns)
{
    /// <summary>The slow obvious way: two full exports, compared by key.</summary>
    public static IEnumerable<PlainChange> Between(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Where(row => !after.ContainsKey(row.Key)).Select(row => new PlainChange("Fixed", row.Key, row.Value))
            .Concat(after.Where(row => !before.ContainsKey(row.Key)).Select(row => new PlainChange("New", row.Key, row.Value)))
            .Concat(after.Where(row => before.TryGetValue(row.Key, out var old) && old != row.Value).Select(row => new PlainChange("Updated", row.Key, row.Value)));

    /// <summary>The rows of an export by key.</summary>
    public static Dictionary<string, string> ExportAt(Tenant tenant, SnapshotMark mark) => PlainVulnerability.AllOf(tenant.At(mark)).ToDictionary(
        row => $"{row.DeviceId} {row.GroupId} {row.Vendor} {row.Name} {row.Version} {row.Cve?.Id}",
        row => string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Severity} {row.Cve?.CvssTenths ?? 0} {row.Exploitability} {row.Update?.Name} {row.Update?.Id} {row.Cve is null || row.Update is not null} {row.FirstSeen} {string.Join('|', row.DiskPaths)} {string.Join('|', row.RegistryPaths)}"),
        StringComparer.Ordinal);

    /// <summary>Takes a row of a page of the edition 2026 apart.</summary>
    public static PlainChange Of(JsonElement row)
    {
        string? Text(string name) => row.GetProperty(name).GetString();
        string Paths(string name) => string.Join('|', row.GetProperty(name).EnumerateArray().Select(path => path.GetString()));
        return new PlainChange(
            Text("status")!,
            $"{Text("deviceId")} {row.GetProperty("rbacGroupId").GetInt32()} {Text("softwareVendor")} {Text("softwareName")} {Text("softwareVersion")} {Text("cveId")}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Text("vulnerabilitySeverityLevel")} {(int)Math.Round(row.GetProperty("cvssScore").GetDouble() * 10)} {Text("exploitabilityLevel")} {Text("recommendedSecurityUpdate")} {Text("recommendedSecurityUpdateId")} {row.GetProperty("securityUpdateAvailable").GetBoolean()} {Text("firstSeenTimestamp")} {Paths("diskPaths")} {Paths("registryPaths")}"));
    }
}

using System.Text.Json.Nodes;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>Rows for examples.</summary>
internal static class Rows
{
    public const string Device = "3f0c6a52d1e94b7788a0c1d2e3f405162738495a";

    /// <summary>A row of the software inventory.</summary>
    public static JsonObject Inventory(string software = "7-zip", string version = "19.00", int weaknesses = 0, string device = Device) => new()
    {
        ["deviceId"] = device,
        ["rbacGroupId"] = 4,
        ["rbacGroupName"] = "Bakery",
        ["deviceName"] = "oven-pc.bakery.example",
        ["osPlatform"] = "Windows10",
        ["softwareVendor"] = "maker",
        ["softwareName"] = software,
        ["softwareVersion"] = version,
        ["numberOfWeaknesses"] = weaknesses,
        ["diskPaths"] = new JsonArray("C:\\a.exe"),
        ["softwareFirstSeenTimestamp"] = "2024-03-18 09:30:00",
    };

    /// <summary>A row of the software vulnerabilities.</summary>
    public static JsonObject Vulnerability(string? cve, string software = "7-zip", string version = "19.00", string device = Device) => new()
    {
        ["deviceId"] = device,
        ["deviceName"] = "oven-pc.bakery.example",
        ["osPlatform"] = "Windows10",
        ["softwareVendor"] = "maker",
        ["softwareName"] = software,
        ["softwareVersion"] = version,
        ["cveId"] = cve,
        ["exploitabilityLevel"] = "NoExploit",
        ["firstSeenTimestamp"] = "2024-03-18 09:30:00",
    };

    /// <summary>The same with another value.</summary>
    public static JsonObject With(this JsonObject row, string column, JsonNode? value)
    {
        row[column] = value;
        return row;
    }

    /// <summary>The same without a column.</summary>
    public static JsonObject Without(this JsonObject row, string column)
    {
        row.Remove(column);
        return row;
    }

    /// <summary>Rows as lines.</summary>
    public static string Lines(params IEnumerable<JsonObject> rows) => string.Concat(rows.Select(row => row.ToJsonString() + "\n"));
}

using System.Text.Json;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.Overlays;

/// <summary>A row of the inventory as a client reads it.</summary>
internal sealed record OverlaidRow(
    string DeviceId,
    int GroupId,
    string GroupName,
    string DeviceName,
    string Platform,
    string Software,
    string Version,
    int Weaknesses,
    string DiskPaths,
    string RegistryPaths,
    string FirstSeen)
{
    /// <summary>All rows that the fast path renders, in the order of the stream.</summary>
    public static IReadOnlyList<OverlaidRow> AllOf(Snapshot snapshot)
    {
        using var page = JsonDocument.Parse($"[{System.Text.Encoding.UTF8.GetString(InventoryText.Of(InventoryText.Edition2026, snapshot, RowDress.PageRow))}]");
        return [.. page.RootElement.EnumerateArray().Select(Read)];
    }

    private static OverlaidRow Read(JsonElement row) => new(
        Text(row, "deviceId"),
        row.GetProperty("rbacGroupId").GetInt32(),
        Text(row, "rbacGroupName"),
        Text(row, "deviceName"),
        Text(row, "osPlatform"),
        $"{Text(row, "softwareVendor")}-_-{Text(row, "softwareName")}",
        Text(row, "softwareVersion"),
        row.GetProperty("numberOfWeaknesses").GetInt32(),
        Joined(row, "diskPaths"),
        Joined(row, "registryPaths"),
        Text(row, "softwareFirstSeenTimestamp"));

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString()!;

    private static string Joined(JsonElement row, string column) => string.Join('|', row.GetProperty(column).EnumerateArray().Select(path => path.GetString()));
}

using System.Text.Json;
using TvmEmulator.Tenants.BrowserExtensions;

namespace TvmEmulator.Tenants.Given;

/// <summary>Reads which permissions the browser extensions of given rows ask for.</summary>
internal static class GivenPermissions
{
    private const string Column = "permissions";

    /// <summary>Each once: those of the catalog in its order, then the others by key. What these mean, no row says.</summary>
    public static IReadOnlyList<PermissionInfo> Of(GivenTable? table, IEnumerable<string> devices)
    {
        var rows = new Dictionary<int, GivenRow>();
        foreach (var row in devices.SelectMany(device => table?.RowsOf(device) ?? []))
            rows.TryAdd(row.NumberOf(Column), row);

        var asked = rows.Values.SelectMany(row => KeysOf(row)).ToHashSet(StringComparer.Ordinal);
        var known = PermissionInfo.All.Where(permission => asked.Remove(permission.Key)).ToList();
        return [.. known, .. asked.Order(StringComparer.Ordinal).Select(key => new PermissionInfo(key, key, ExtensionRisk.None, ""))];
    }

    private static IEnumerable<string> KeysOf(GivenRow row)
    {
        if (row.Json(Column).IsEmpty)
            yield break;

        using var permissions = JsonDocument.Parse(row.Json(Column).ToArray());
        if (permissions.RootElement.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var permission in permissions.RootElement.EnumerateArray())
        {
            if (permission.ValueKind == JsonValueKind.Object && permission.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
                yield return id.GetString()!;
        }
    }
}

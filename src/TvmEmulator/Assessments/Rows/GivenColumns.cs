using TvmEmulator.Tenants.Given;

namespace TvmEmulator.Assessments.Rows;

/// <summary>Columns of rows that are kept as they were given: those of the device as all rows have them, the others by name.</summary>
internal static class GivenColumns
{
    private const string IsSelfSigned = "isSelfSigned";

    private static readonly Dictionary<string, Column<GivenRow>> OfDevice = new(StringComparer.OrdinalIgnoreCase)
    {
        ["deviceId"] = DeviceColumns<GivenRow>.Id,
        ["rbacGroupId"] = DeviceColumns<GivenRow>.GroupId,
        ["rbacGroupName"] = DeviceColumns<GivenRow>.GroupName,
        ["deviceName"] = DeviceColumns<GivenRow>.Name,
        ["osPlatform"] = DeviceColumns<GivenRow>.Platform,
        ["osVersion"] = DeviceColumns<GivenRow>.OsVersion,
    };

    // The pages of 2021 call some columns of certificates differently.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["keyLength"] = "keySize",
        ["notAfter"] = "expirationDate",
        ["notBefore"] = "issueDate",
    };

    /// <summary>Whether a column speaks of the device.</summary>
    public static bool IsOfDevice(string name) => OfDevice.ContainsKey(name);

    /// <summary>The name under which the values of a column are kept.</summary>
    public static string KeptName(string name) => OtherNames.GetValueOrDefault(name, name);

    /// <summary>A column of generated rows, for given ones.</summary>
    public static Column<GivenRow> Of<TRow>(Column<TRow> column)
    {
        var kept = KeptName(column.CamelName);
        return column.With(
            OfDevice.TryGetValue(kept, out var ofDevice) ? ofDevice.Write
            : kept == IsSelfSigned ? WriteIsSelfSigned
            : (to, _, row) => to.Json(row.Json(kept)));
    }

    /// <summary>Files do not have this column: a certificate is signed by itself if it was issued by whom it was issued to.</summary>
    private static void WriteIsSelfSigned(ColumnWriter to, DeviceFacts device, GivenRow row)
    {
        if (row.Json(IsSelfSigned) is { IsEmpty: false } given)
            to.Json(given);
        else
            to.Flag(row.Json("issuedTo") is { IsEmpty: false } holder ? holder.SequenceEqual(row.Json("issuedBy")) : null);
    }
}

using TvmEmulator.Configuration;

namespace TvmEmulator.Assessments.Inventory;

/// <summary>
/// What a dress of the inventory's rows looks like. The order of columns is that of the documented example; the service's metadata has the
/// group's number as well, and so have public consumers of the files, which also read a last-seen time.
/// </summary>
/// <param name="Before">Stands before every row but a reader's first.</param>
/// <param name="After">Stands behind every row.</param>
/// <param name="Pascal">Whether names begin with a capital.</param>
/// <param name="HasGroupId">Whether the group's number is a column.</param>
/// <param name="HasLastSeen">Whether the last-seen time is a column.</param>
/// <param name="WritesNulls">Whether a column without a value is written as null, rather than left out.</param>
internal sealed record InventoryColumns(string Before, string After, bool Pascal, bool HasGroupId, bool HasLastSeen, bool WritesNulls)
{
    public static InventoryColumns PageRow(ContractEdition edition) =>
        new(",", "", Pascal: false, HasGroupId: edition == ContractEdition.Edition2026, HasLastSeen: false, WritesNulls: true);

    public static InventoryColumns FileLine(FileCasing casing) =>
        new("", "\n", Pascal: casing == FileCasing.Pascal, HasGroupId: true, HasLastSeen: true, WritesNulls: false);

    /// <summary>The key of a column, with quotes and colon.</summary>
    public string Key(string camelCase) => camelCase switch
    {
        "osPlatform" when Pascal => "\"OSPlatform\":",
        _ when Pascal => $"\"{char.ToUpperInvariant(camelCase[0])}{camelCase[1..]}\":",
        _ => $"\"{camelCase}\":",
    };
}

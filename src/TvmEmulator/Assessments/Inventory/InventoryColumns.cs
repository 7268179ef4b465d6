using TvmEmulator.Configuration;

namespace TvmEmulator.Assessments.Inventory;

/// <summary>
/// What a dress of the inventory's rows looks like. The order of columns is that of the documented example; the service's metadata has the
/// group's number as well, and so have public consumers of the files, which also read a last-seen time.
/// </summary>
/// <param name="Style">What holds for all columns.</param>
/// <param name="HasGroupId">Whether the group's number is a column.</param>
/// <param name="HasLastSeen">Whether the last-seen time is a column.</param>
internal sealed record InventoryColumns(RowStyle Style, bool HasGroupId, bool HasLastSeen)
{
    public static InventoryColumns PageRow(ContractEdition edition) => new(RowStyle.PageRow, HasGroupId: edition == ContractEdition.Edition2026, HasLastSeen: false);

    public static InventoryColumns FileLine(FileCasing casing) => new(RowStyle.FileLine(casing), HasGroupId: true, HasLastSeen: true);
}

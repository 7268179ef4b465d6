namespace TvmEmulator.Tenants.Given;

/// <summary>What a given organization was read from.</summary>
/// <param name="Devices">Devices that rows name.</param>
/// <param name="InventoryRows">Rows of the software inventory, after the repeated ones were dropped.</param>
/// <param name="VulnerabilityRows">Rows of the software vulnerabilities, after the repeated ones were dropped.</param>
/// <param name="RepeatedRows">Rows in whose place a later one with the same key stands.</param>
/// <param name="UnnamedWeaknesses">Weaknesses that inventory rows count and no vulnerability row names: ids were made up for them.</param>
/// <param name="UncountedWeaknesses">Vulnerability rows beyond what the inventory rows count: they are counted.</param>
/// <param name="InventoryFollows">Installations that only vulnerability rows name.</param>
/// <param name="DevicesWithoutInventory">Devices that only rows of other assessments name: nothing is installed on them.</param>
/// <param name="OtherRows">Rows of all other assessments, after the repeated ones were dropped.</param>
public sealed record GivenCounts(
    int Devices,
    int InventoryRows,
    int VulnerabilityRows,
    int RepeatedRows,
    int UnnamedWeaknesses,
    int UncountedWeaknesses,
    int InventoryFollows,
    int DevicesWithoutInventory,
    int OtherRows);

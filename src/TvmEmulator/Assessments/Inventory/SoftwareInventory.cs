using System.Runtime.CompilerServices;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Inventory;

/// <summary>
/// The software inventory: one row for each device and version of a product (contract: get-assessment-software-inventory, 2021 and 2025-11).
/// </summary>
internal sealed class SoftwareInventory(ContractEdition edition, FileCasing casing) : Assessment
{
    // What was rendered lives exactly as long as the snapshot whose counts stand in it.
    private readonly ConditionalWeakTable<Snapshot, Rendering> _pageRows = [];
    private readonly ConditionalWeakTable<Snapshot, Rendering> _fileLines = [];

    public override string ByMachineRoute => "SoftwareInventoryByMachine";

    public override string ExportRoute => "SoftwareInventoryExport";

    public override string RowType => "AssetSoftware";

    // The pages of 2021 print the namespace scrubbed to "contoso"; the service itself sends "microsoft".
    public override string PageTypeIn(ContractEdition contract) =>
        (contract == ContractEdition.Edition2021 ? ScrubbedNamespace : ServiceNamespace) + RowType;

    public override string BlobKind => "SoftwareInventory";

    public override Permission Permission => Permission.Software;

    public override RowIndex RowsOf(Snapshot snapshot) => snapshot.Inventory;

    public override IReadOnlyList<PartFile> FilesOf(Snapshot snapshot) => snapshot.InventoryFiles;

    public override RowReader Read(Snapshot snapshot, RowDress dress, int first, int count)
    {
        var rendering = dress == RowDress.PageRow
            ? _pageRows.GetValue(snapshot, key => new Rendering(key, InventoryColumns.PageRow(edition)))
            : _fileLines.GetValue(snapshot, key => new Rendering(key, InventoryColumns.FileLine(casing)));
        return new InventoryReader(snapshot, rendering.Fragments, rendering.Blocks, first, count);
    }

    private sealed class Rendering
    {
        public Rendering(Snapshot snapshot, InventoryColumns columns)
        {
            Fragments = new InventoryFragments(snapshot, columns);
            Blocks = InventoryBlock.Cache(snapshot, Fragments);
        }

        public InventoryFragments Fragments { get; }

        public BlockCache<InventoryBlock> Blocks { get; }
    }
}

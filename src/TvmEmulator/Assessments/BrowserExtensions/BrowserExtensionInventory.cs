using TvmEmulator.Assessments.Rows;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.BrowserExtensions;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.BrowserExtensions;

/// <summary>Browser extensions: one row for each device, browser and extension (contract: get-assessment-browser-extensions).</summary>
internal sealed class BrowserExtensionInventory(ContractEdition edition, FileCasing casing) : ColumnAssessment<BrowserExtensionRow>
{
    public override string Collection => "Machines";

    public override string ByMachineRoute => "BrowserExtensionsInventoryByMachine";

    public override string ExportRoute => "BrowserExtensionsInventoryExport";

    public override string RowType => "AssetBrowserExtension";

    public override string BlobKind => "BrowserExtensions";

    public override Permission Permission => Permission.Software;

    protected override GivenKind Kind => GivenKind.BrowserExtensions;

    // The documented example prints the rows of a page in PascalCase.
    protected override RowShape<BrowserExtensionRow> Page { get; } = edition == ContractEdition.Edition2021
        ? new RowShape<BrowserExtensionRow>(BrowserExtensionColumns.Of2021, IsPascal: true, WritesNulls: true)
        : RowShape<BrowserExtensionRow>.Page(BrowserExtensionColumns.Of2026);

    protected override RowShape<BrowserExtensionRow> Line { get; } = RowShape<BrowserExtensionRow>.Line(casing, BrowserExtensionColumns.OfLine);

    public override void Find(Snapshot snapshot, in Device device, List<BrowserExtensionRow> rows) => BrowserExtensionRules.Find(snapshot, device, rows);

    // The page of 2021 prints the context of the software inventory, scrubbed name included.
    public override string PageTypeIn(ContractEdition contract) =>
        contract == ContractEdition.Edition2021 ? ScrubbedNamespace + "AssetSoftware" : ServiceNamespace + RowType;
}

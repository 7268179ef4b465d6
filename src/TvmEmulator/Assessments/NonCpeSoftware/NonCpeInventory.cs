using TvmEmulator.Assessments.Rows;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.NonCpeSoftware;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.NonCpeSoftware;

/// <summary>Software without a CPE: one row for each device and software (contract: get-assessment-non-cpe-software-inventory).</summary>
internal sealed class NonCpeInventory(ContractEdition edition, FileCasing casing) : ColumnAssessment<NonCpeRow>
{
    public override string ByMachineRoute => "SoftwareInventoryNoProductCodeByMachine";

    public override string ExportRoute => "SoftwareInventoryNonCpeExport";

    public override string RowType => "AssetNonCpeSoftware";

    public override string BlobKind => "NonCpeSoftwareInventory";

    public override Permission Permission => Permission.Software;

    protected override GivenKind Kind => GivenKind.NonCpeSoftware;

    protected override RowShape<NonCpeRow> Page { get; } =
        RowShape<NonCpeRow>.Page(edition == ContractEdition.Edition2021 ? NonCpeColumns.Of2021 : NonCpeColumns.Of2026);

    protected override RowShape<NonCpeRow> Line { get; } = RowShape<NonCpeRow>.Line(casing, NonCpeColumns.Of2026);

    public override void Find(Snapshot snapshot, in Device device, List<NonCpeRow> rows) => NonCpeRules.Find(device, snapshot.Mark.At, rows);
}

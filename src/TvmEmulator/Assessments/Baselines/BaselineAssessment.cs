using TvmEmulator.Assessments.Rows;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Baselines;

/// <summary>Baseline compliance: one row for each device, profile and setting (contract: export-security-baseline-assessment).</summary>
internal sealed class BaselineAssessment(ContractEdition edition, FileCasing casing) : ColumnAssessment<BaselineRow>
{
    public override string ByMachineRoute => "BaselineComplianceAssessmentByMachine";

    public override string ExportRoute => "BaselineComplianceAssessmentExport";

    public override string RowType => "AssetBaselineAssessment";

    public override string BlobKind => "BaselineAssessmentExport";

    public override Permission Permission => Permission.Baselines;

    protected override GivenKind Kind => GivenKind.Baselines;

    protected override RowShape<BaselineRow> Page { get; } =
        RowShape<BaselineRow>.Page(edition == ContractEdition.Edition2021 ? BaselineColumns.Of2021 : BaselineColumns.Of2026);

    protected override RowShape<BaselineRow> Line { get; } = RowShape<BaselineRow>.Line(casing, BaselineColumns.Of2026);

    public override void Find(Snapshot snapshot, in Device device, List<BaselineRow> rows) => BaselineRules.Find(device, snapshot.Mark.At, rows);
}

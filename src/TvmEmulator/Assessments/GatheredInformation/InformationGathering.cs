using TvmEmulator.Assessments.Rows;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.GatheredInformation;

/// <summary>Information gathering: one line for each device, in files only (contract: get-assessment-information-gathering).</summary>
internal sealed class InformationGathering(FileCasing casing) : ColumnAssessment<InformationRow>
{
    public override string? ByMachineRoute => null;

    public override string ExportRoute => "InfoGatheringExport";

    // No type of the metadata describes the lines.
    public override string RowType => "";

    public override string BlobKind => "InfoGatheringExport";

    public override Permission Permission => Permission.Vulnerability;

    protected override GivenKind Kind => GivenKind.GatheredInformation;

    protected override RowShape<InformationRow>? Page => null;

    protected override RowShape<InformationRow> Line { get; } = RowShape<InformationRow>.Line(casing, InformationColumns.All);

    public override void Find(Snapshot snapshot, in Device device, List<InformationRow> rows) => rows.Add(default);
}

using TvmEmulator.Assessments.Rows;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Certificates;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Certificates;

/// <summary>Certificates: one row for each device and certificate in a store (contract: export-certificate-inventory-assessment).</summary>
internal sealed class CertificateAssessment(ContractEdition edition, FileCasing casing) : ColumnAssessment<CertificateRow>
{
    public override string ByMachineRoute => "CertificateAssessmentByMachine";

    public override string ExportRoute => "CertificateAssessmentExport";

    public override string RowType => "AssetCertificateAssessment";

    public override string BlobKind => "CertificateAssessmentExport";

    public override Permission Permission => Permission.Vulnerability;

    protected override GivenKind Kind => GivenKind.Certificates;

    protected override RowShape<CertificateRow> Page { get; } =
        RowShape<CertificateRow>.Page(edition == ContractEdition.Edition2021 ? CertificateColumns.Of2021 : CertificateColumns.Of2026);

    protected override RowShape<CertificateRow> Line { get; } = RowShape<CertificateRow>.Line(casing, CertificateColumns.Of2026);

    public override void Find(Snapshot snapshot, in Device device, List<CertificateRow> rows) => CertificateRules.Find(snapshot, device, rows);

    // The newest page still has the hours that all pages had in 2021.
    public override LinkHours LinkHoursIn(ContractEdition contract) => LinkHours.Of2021;
}

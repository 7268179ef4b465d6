using TvmEmulator.Assessments.Rows;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.SecureConfigurations;

/// <summary>Secure configurations: one row for each device and setting that it is assessed by (contract: get-assessment-secure-config).</summary>
internal sealed class SecureConfigurationAssessment(ContractEdition edition, FileCasing casing) : ColumnAssessment<SecureConfigurationRow>
{
    public override string ByMachineRoute => "SecureConfigurationsAssessmentByMachine";

    public override string ExportRoute => "SecureConfigurationsAssessmentExport";

    public override string RowType => "AssetConfiguration";

    public override string BlobKind => "ScaExport";

    public override Permission Permission => Permission.Vulnerability;

    protected override GivenKind Kind => GivenKind.SecureConfiguration;

    protected override RowShape<SecureConfigurationRow> Page { get; } =
        RowShape<SecureConfigurationRow>.Page(edition == ContractEdition.Edition2021 ? SecureConfigurationColumns.Of2021 : SecureConfigurationColumns.Of2026);

    protected override RowShape<SecureConfigurationRow> Line { get; } = RowShape<SecureConfigurationRow>.Line(casing, SecureConfigurationColumns.Of2026);

    public override void Find(Snapshot snapshot, in Device device, List<SecureConfigurationRow> rows) =>
        SecureConfigurationRules.Find(device, snapshot.Mark.At, rows);

    // This page of 2021 has the scrubbed name in the context of its export, and the service's own in that of its rows.
    public override string ExportTypeIn(ContractEdition contract) => (contract == ContractEdition.Edition2021 ? ScrubbedNamespace : ServiceNamespace) + ExportType;
}

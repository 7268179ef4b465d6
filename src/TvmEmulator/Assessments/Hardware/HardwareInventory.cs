using TvmEmulator.Assessments.Rows;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Hardware;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Hardware;

/// <summary>Hardware and firmware: one row for each device and component (contract: export-firmware-hardware-assessment).</summary>
internal sealed class HardwareInventory(FileCasing casing) : ColumnAssessment<HardwareRow>
{
    public override string ByMachineRoute => "HardwareFirmwareInventoryByMachine";

    public override string ExportRoute => "HardwareFirmwareInventoryExport";

    public override string RowType => "AssetHardwareFirmware";

    public override string BlobKind => "FirmwareHardwareExport";

    public override string Container => StorageAccount.FirmwareContainer;

    public override Permission Permission => Permission.Software;

    protected override GivenKind Kind => GivenKind.Hardware;

    protected override RowShape<HardwareRow> Page { get; } = RowShape<HardwareRow>.Page(HardwareColumns.All);

    protected override RowShape<HardwareRow> Line { get; } = RowShape<HardwareRow>.Line(casing, HardwareColumns.All);

    public override void Find(Snapshot snapshot, in Device device, List<HardwareRow> rows) => HardwareRules.Find(device, snapshot.Mark.At, rows);
}

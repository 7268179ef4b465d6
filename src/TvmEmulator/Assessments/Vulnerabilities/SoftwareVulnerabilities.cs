using System.Runtime.CompilerServices;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments.Vulnerabilities;

/// <summary>
/// The software vulnerabilities: one row for each device, version of a product and CVE, and one for each version that has none
/// (contract: get-assessment-software-vulnerabilities, 2021 and 2025-11).
/// </summary>
internal sealed class SoftwareVulnerabilities(ContractEdition edition, FileCasing casing) : Assessment
{
    // What was rendered lives exactly as long as the snapshot.
    private readonly ConditionalWeakTable<Snapshot, Rendering> _pageRows = [];
    private readonly ConditionalWeakTable<Snapshot, Rendering> _fileLines = [];

    public override string ByMachineRoute => "SoftwareVulnerabilitiesByMachine";

    public override string ExportRoute => "SoftwareVulnerabilitiesExport";

    public override string RowType => "AssetVulnerability";

    public override string BlobKind => edition == ContractEdition.Edition2021 ? "VaExport" : "flat-va";

    public override Permission Permission => Permission.Vulnerability;

    public override string BlobFolder(SnapshotMark mark) => edition == ContractEdition.Edition2021 ? base.BlobFolder(mark) : $"{BlobKind}/{mark}";

    public override RowIndex RowsOf(Snapshot snapshot) => snapshot.Vulnerabilities;

    public override IReadOnlyList<PartFile> FilesOf(Snapshot snapshot) => snapshot.VulnerabilityFiles;

    public override RowReader Read(Snapshot snapshot, RowDress dress, int first, int count)
    {
        var rendering = dress == RowDress.PageRow
            ? _pageRows.GetValue(snapshot, key => new Rendering(key, VulnerabilityColumns.PageRow(edition)))
            : _fileLines.GetValue(snapshot, key => new Rendering(key, VulnerabilityColumns.FileLine(edition, casing)));
        return new VulnerabilityReader(snapshot, rendering.Fragments, rendering.Blocks, first, count);
    }

    private sealed class Rendering
    {
        public Rendering(Snapshot snapshot, VulnerabilityColumns columns)
        {
            Fragments = new VulnerabilityFragments(snapshot, columns);
            Blocks = VulnerabilityBlock.Cache(snapshot, Fragments);
        }

        public VulnerabilityFragments Fragments { get; }

        public BlockCache<VulnerabilityBlock> Blocks { get; }
    }
}

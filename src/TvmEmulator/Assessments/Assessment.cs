using TvmEmulator.Assessments.Baselines;
using TvmEmulator.Assessments.BrowserExtensions;
using TvmEmulator.Assessments.Certificates;
using TvmEmulator.Assessments.GatheredInformation;
using TvmEmulator.Assessments.Hardware;
using TvmEmulator.Assessments.Inventory;
using TvmEmulator.Assessments.NonCpeSoftware;
using TvmEmulator.Assessments.SecureConfigurations;
using TvmEmulator.Assessments.Vulnerabilities;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments;

/// <summary>
/// A kind of data that the service exports by device: as pages of JSON rows and as files of JSON lines. The routes, skip tokens, part files
/// and blobs are the same for all kinds; a kind adds its names and its rows.
/// </summary>
internal abstract class Assessment
{
    /// <summary>All kinds that are served.</summary>
    public static IReadOnlyList<Assessment> All(EmulatorOptions options) =>
    [
        new SoftwareInventory(options.Contract, options.FileCasing),
        new SoftwareVulnerabilities(options.Contract, options.FileCasing),
        new NonCpeInventory(options.Contract, options.FileCasing),
        new SecureConfigurationAssessment(options.Contract, options.FileCasing),
        new BrowserExtensionInventory(options.Contract, options.FileCasing),
        new CertificateAssessment(options.Contract, options.FileCasing),
        new HardwareInventory(options.FileCasing),
        new BaselineAssessment(options.Contract, options.FileCasing),
        new InformationGathering(options.FileCasing),
    ];

    /// <summary>The name that the pages of 2021 print in place of the service's own, which was scrubbed in some of them.</summary>
    protected const string ScrubbedNamespace = "contoso.windowsDefenderATP.api.";

    /// <summary>The namespace of the service's types.</summary>
    protected const string ServiceNamespace = ODataAnswer.Namespace + ".";

    /// <summary>Name of the type that answers of export routes have.</summary>
    protected const string ExportType = "ExportFilesResponse";

    /// <summary>The segment before both routes; its casing stands in nextLinks.</summary>
    public virtual string Collection => "machines";

    /// <summary>Last segment of the paged route, in the casing that the service uses in its own links; null when there are files only.</summary>
    public abstract string? ByMachineRoute { get; }

    /// <summary>Last segment of the route that answers with files.</summary>
    public abstract string ExportRoute { get; }

    /// <summary>Name of the row's type in the service's metadata.</summary>
    public abstract string RowType { get; }

    /// <summary>Segment of the blob path that names the kind.</summary>
    public abstract string BlobKind { get; }

    /// <summary>The container of its files, in the embedded storage account and outside.</summary>
    public virtual string Container => StorageAccount.Container;

    /// <summary>What the blob path begins with: mark and kind, in any order.</summary>
    public virtual string BlobFolder(SnapshotMark mark) => $"{mark}/{BlobKind}";

    /// <summary>What a caller of both routes needs.</summary>
    public abstract Permission Permission { get; }

    /// <summary>The type that the context of a page names.</summary>
    public virtual string PageTypeIn(ContractEdition contract) => ServiceNamespace + RowType;

    /// <summary>The type that the context of an export names.</summary>
    public virtual string ExportTypeIn(ContractEdition contract) => ServiceNamespace + ExportType;

    /// <summary>How long links to files are valid.</summary>
    public virtual LinkHours LinkHoursIn(ContractEdition contract) => LinkHours.In(contract);

    /// <summary>The rows of a snapshot: how many, and where each device's begin.</summary>
    public abstract RowIndex RowsOf(Snapshot snapshot);

    /// <summary>The part files of a snapshot.</summary>
    public abstract IReadOnlyList<PartFile> FilesOf(Snapshot snapshot);

    /// <summary>Starts to render rows.</summary>
    /// <param name="snapshot">Where they come from.</param>
    /// <param name="dress">What they look like.</param>
    /// <param name="first">The first row, 0 to the number of rows.</param>
    /// <param name="count">How many; the reader stops earlier where the stream ends.</param>
    public abstract RowReader Read(Snapshot snapshot, RowDress dress, int first, int count);
}

/// <summary>The two looks of a row.</summary>
internal enum RowDress
{
    /// <summary>An object in a page's array: camelCase, nulls written, a comma before every row but the reader's first.</summary>
    PageRow,

    /// <summary>A line of an export file: nulls left out, closed by a line feed.</summary>
    FileLine,
}

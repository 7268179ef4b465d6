using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.Blobs;

/// <summary>
/// The blob names of an assessment's part files, written as Spark's partitioned JSON writer does (contract: core, 3.3). A name that a client
/// sends is only ever looked up here; it is never turned into a path on disk.
/// </summary>
internal sealed class ExportNames(World world, EmulatorOptions options)
{
    private readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<Assessment, NamedFiles>> _known = [];

    /// <summary>The files of a snapshot by name.</summary>
    public NamedFiles Of(Assessment assessment, Snapshot snapshot) =>
        _known.GetOrAdd(snapshot, static _ => new()).GetOrAdd(assessment, _ => Name(assessment, snapshot));

    private NamedFiles Name(Assessment assessment, Snapshot snapshot)
    {
        var is2021 = options.Contract == ContractEdition.Edition2021;
        var folder = $"{assessment.BlobFolder(snapshot.Mark)}/json/OrgId={world.TenantId}/";
        var job = world.DeriveGuid($"export job {snapshot.Mark} {options.Contract} {assessment.BlobKind}");
        var files = assessment.FilesOf(snapshot);
        var names = new List<string>(files.Count);
        foreach (var file in files)
        {
            names.Add(is2021
                ? $"{folder}part-{file.Group.Id:D5}-{job}.c{file.Split:D3}.json.gz"
                : $"{folder}_RbacGroupId={file.Group.Id}/part-{file.Index:D5}-{job}.c{file.Split:D3}.json.gz");
        }

        return new NamedFiles(folder, names, files);
    }
}

/// <summary>Part files and their blob names.</summary>
internal sealed class NamedFiles
{
    private readonly Dictionary<string, PartFile> _files = new(StringComparer.Ordinal);

    public NamedFiles(string folder, IReadOnlyList<string> names, IReadOnlyList<PartFile> files)
    {
        Folder = folder;
        Names = names;
        for (var i = 0; i < names.Count; i++)
            _files.Add(names[i], files[i]);
    }

    /// <summary>What all names begin with, up to a slash.</summary>
    public string Folder { get; }

    /// <summary>The names in the order of the files.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The file that has exactly this name, letter case included; null when there is none.</summary>
    public PartFile? Find(string name) => _files.GetValueOrDefault(name);
}

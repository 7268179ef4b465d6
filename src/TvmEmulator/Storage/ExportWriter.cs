using TvmEmulator.Assessments;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.Storage;

/// <summary>Brings the files of an export to a target: what is there already stays, the rest is rendered and written, a few at a time.</summary>
internal sealed class ExportWriter(EmulatorOptions options) : IDisposable
{
    private const int FilesAtATime = 4;

    // A file is rendered in memory, some 3 MB, and several exports may be on their way: together they hold no more than one of them does.
    private readonly SemaphoreSlim _turns = new(FilesAtATime);

    /// <summary>Writes the files that the target does not have.</summary>
    /// <param name="target">Where they go.</param>
    /// <param name="world">Whose they are.</param>
    /// <param name="assessment">The kind of data.</param>
    /// <param name="snapshot">Where it comes from.</param>
    /// <param name="progress">Is told after every file; never, when all are there.</param>
    /// <param name="cancellation">Stops after the files that are being written.</param>
    public async Task<ExportTotals> WriteAsync(
        IExportTarget target, World world, Assessment assessment, Snapshot snapshot, IProgress<ExportProgress> progress, CancellationToken cancellation)
    {
        var files = world.Exports.Names.Of(assessment, snapshot);
        var kept = await target.FindAsync(files, cancellation);
        var open = files.Names.Where(name => kept.GetValueOrDefault(name)?.ContentKey != KeyOf(name)).ToList();
        var gate = new Lock();
        var (done, written, bytes) = (0, 0, files.Names.Except(open, StringComparer.Ordinal).Sum(name => kept[name].Length));

        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = FilesAtATime, CancellationToken = cancellation }, async (name, stop) =>
        {
            await _turns.WaitAsync(stop);
            try
            {
                var file = await RenderAsync(assessment, snapshot, files.Find(name)!, KeyOf(name), stop);
                var isNew = !file.IsSameAs(kept.GetValueOrDefault(name));
                if (isNew)
                    await target.WriteAsync(name, file, stop);
                lock (gate)
                {
                    bytes += file.Content.Length;
                    written += isNew ? 1 : 0;
                    progress.Report(new ExportProgress(++done, open.Count));
                }
            }
            finally
            {
                _turns.Release();
            }
        });
        return new ExportTotals(files.Names.Count, written, bytes);

        string KeyOf(string name) => CacheFolder.KeyOf(options, assessment, snapshot, files.Find(name)!);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private static async Task<RenderedFile> RenderAsync(Assessment assessment, Snapshot snapshot, PartFile file, string contentKey, CancellationToken cancellation)
    {
        var buffer = new MemoryStream();
        var (length, md5) = await PartFileWriter.WriteAsync(buffer, assessment, snapshot, file, cancellation);
        return new RenderedFile(buffer.GetBuffer().AsMemory(0, (int)length), md5, contentKey);
    }
}

/// <summary>How far an export has come.</summary>
/// <param name="Done">Files that are there now and were not before.</param>
/// <param name="Total">Files that were missing.</param>
internal readonly record struct ExportProgress(int Done, int Total)
{
    /// <summary>Done, in percent.</summary>
    public int Percent => (int)(Done * 100L / Total);

    /// <summary>Whether the last file filled another tenth of the whole.</summary>
    public bool FillsTenth => Done * 10L / Total > (Done - 1) * 10L / Total;
}

/// <summary>What a target has in the end.</summary>
/// <param name="Files">Files of the export.</param>
/// <param name="Written">Those that had to be written.</param>
/// <param name="Bytes">Their length, all together.</param>
internal sealed record ExportTotals(int Files, int Written, long Bytes);

using System.Security.Cryptography;
using TvmEmulator.Blobs;

namespace TvmEmulator.Storage;

/// <summary>A folder that holds export files: a blob's name is its path below.</summary>
internal sealed class ExportFolder(string root) : IExportTarget
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, KeptFile>> FindAsync(NamedFiles files, CancellationToken cancellation)
    {
        var found = new Dictionary<string, KeptFile>(StringComparer.Ordinal);
        foreach (var name in files.Names.Where(name => File.Exists(PathOf(name))))
        {
            await using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
#pragma warning disable CA5351 // A checksum, to be compared with the storage protocol's own; not a protection.
            found.Add(name, new KeptFile(file.Length, await MD5.HashDataAsync(file, cancellation), ContentKey: null));
#pragma warning restore CA5351
        }

        return found;
    }

    /// <summary>Writes beside the final place and moves: whatever happens, there is never half a file under a final name.</summary>
    public async Task WriteAsync(string name, RenderedFile file, CancellationToken cancellation)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = CacheFolder.OpenTemporary(path);
        try
        {
            await using (stream)
                await stream.WriteAsync(file.Content, cancellation);
            File.Move(stream.Name, path, overwrite: true);
        }
        catch
        {
            CacheFolder.TryDelete(stream.Name);
            throw;
        }
    }

    private string PathOf(string name) => Path.Combine([root, .. name.Split('/')]);
}

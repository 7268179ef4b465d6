using System.IO.Compression;

namespace TvmEmulator.TenantData;

/// <summary>A file of rows in a folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path below the folder, with slashes.</param>
internal sealed record DataFile(string Path, string Name)
{
    private static readonly string[] Endings = [".json", ".jsonl", ".ndjson"];

    /// <summary>Whether it is compressed.</summary>
    public bool IsCompressed => Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether its name is that of a file of rows.</summary>
    public bool HoldsRows
    {
        get
        {
            var plain = IsCompressed ? Name[..^3] : Name;
            return Endings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>All files of a folder and below, by name, so that the order does not depend on the file system.</summary>
    /// <exception cref="TenantDataException">The folder cannot be read.</exception>
    public static IReadOnlyList<DataFile> In(string folder)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(path => new DataFile(path, System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')))
                    .OrderBy(file => file.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new TenantDataException([$"{folder}: cannot be read: {unreadable.Message}"], unreadable);
        }
    }

    /// <summary>Its text, unpacked.</summary>
    public Stream Open()
    {
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return IsCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}

namespace TvmEmulator.TenantData;

/// <summary>A file of rows in a folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path below the folder, with slashes.</param>
internal sealed record DataFile(string Path, string Name)
{
    private static readonly string[] Endings = [".json", ".jsonl", ".ndjson"];

    // Links are left out: one to a folder above would never end, and one to a file would read it twice.
    private static readonly EnumerationOptions Enumeration = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
    };

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

    /// <summary>All files of a folder and below, without links, by name, so that the order does not depend on the file system.</summary>
    /// <exception cref="TenantDataException">The folder cannot be read.</exception>
    public static IReadOnlyList<DataFile> In(string folder)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*", Enumeration)
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
    /// <exception cref="InvalidDataException">It has no bytes.</exception>
    public Stream Open()
    {
        // Pipes, sockets and devices have no length either, and opening one may wait forever.
        if (new FileInfo(Path) is { Exists: true, Length: 0 })
            throw new InvalidDataException("is empty, or no regular file; take it away");
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return IsCompressed ? new WholeGzip(file) : file;
    }
}

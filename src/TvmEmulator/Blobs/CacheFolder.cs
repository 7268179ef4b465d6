using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Blobs;

/// <summary>
/// Where part files lie: <c>root/hash of what they hold/index.json.gz</c>. The root may be anybody's folder, so files with other names are never
/// touched.
/// </summary>
internal sealed partial class CacheFolder
{
    private readonly string? _given;
    private const string OwnPrefix = "tvm-emulator-files-";

    private readonly Lock _gate = new();
    private string? _root;
    private FileStream? _lock;

    /// <param name="given">A folder to keep; null makes one that <see cref="DeleteOwn"/> deletes.</param>
    public CacheFolder(string? given) => _given = given;

    /// <summary>The place of a part file relative to the root; names its content, wherever it is kept: equal keys have equal bytes.</summary>
    public static string KeyOf(EmulatorOptions options, Assessment assessment, Snapshot snapshot, PartFile file)
    {
        // The builds of the two assemblies that make rows stand in for catalog and rendering: another release never takes over stale files.
        var text = string.Join(
            '\n',
            snapshot.Tenant.Seed,
            snapshot.Tenant.Devices,
            snapshot.Mark,
            snapshot.DatasetHash,
            options.Contract,
            options.FileCasing,
            assessment.BlobKind,
            typeof(Snapshot).Module.ModuleVersionId,
            typeof(CacheFolder).Module.ModuleVersionId);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}/{file.Index}.json.gz";
    }

    /// <summary>Makes the root if need be.</summary>
    /// <returns>Its path, and what earlier runs left there, least recently used first; only the first call that succeeds finds something.</returns>
    public (string Root, IReadOnlyList<(string Key, long Length)> Found) Open()
    {
        lock (_gate)
        {
            if (_root is not null)
                return (_root, []);

            if (_given is null)
            {
                DeleteAbandoned();
                _root = Directory.CreateTempSubdirectory(OwnPrefix).FullName;
                _lock = OpenLock(_root, FileMode.CreateNew);
                return (_root, []);
            }

            var root = Directory.CreateDirectory(_given);
            var found = TakeOver(root);
            _root = root.FullName;
            return (_root, found);
        }
    }

    /// <summary>Opens a temporary file beside the final place. It is locked until it is closed, so that others see that its maker lives.</summary>
    public static FileStream OpenTemporary(string path) => new(
        // Never seen by a client: the name need only differ between processes.
        $"{path}.{Path.GetRandomFileName()}.tmp",
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 });

    /// <summary>Deletes a file, if it is there and can be deleted.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception stays) when (stays is IOException or UnauthorizedAccessException)
        {
            // It takes room until somebody else removes it.
        }
    }

    /// <summary>Deletes the root if it was made here.</summary>
    public void DeleteOwn()
    {
        lock (_gate)
        {
            if (_given is not null || _root is null)
                return;

            _lock?.Dispose();
            TryDeleteFolder(_root);
        }
    }

    /// <summary>Why files cannot be kept in a folder; null when they can. Makes the folder.</summary>
    public static string? Obstacle(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(
                Path.Combine(folder, $"probe.{Path.GetRandomFileName()}.tmp"),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            return obstacle.Message;
        }
    }

    /// <summary>Deletes the folders of emulators that were killed: nobody holds their lock.</summary>
    private static void DeleteAbandoned()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), OwnPrefix + "*"))
        {
            try
            {
                using (OpenLock(folder, FileMode.Open))
                    TryDeleteFolder(folder);
            }
            catch (Exception used) when (used is IOException or UnauthorizedAccessException)
            {
                // Its emulator lives, or it is somebody else's.
            }
        }
    }

    private static FileStream OpenLock(string folder, FileMode mode) =>
        new(Path.Combine(folder, "lock"), mode, FileAccess.ReadWrite, FileShare.None);

    private static void TryDeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception stays) when (stays is IOException or UnauthorizedAccessException)
        {
            // A temp folder is cleaned by the system in the end.
        }
    }

    private static List<(string Key, long Length)> TakeOver(DirectoryInfo root)
    {
        var found = new List<(DateTime Used, string Key, long Length)>();
        foreach (var folder in root.EnumerateDirectories().Where(folder => FolderName().IsMatch(folder.Name)))
        {
            foreach (var file in folder.EnumerateFiles())
            {
                if (FileName().IsMatch(file.Name))
                    found.Add((file.LastWriteTimeUtc, $"{folder.Name}/{file.Name}", file.Length));
                else if (TemporaryName().IsMatch(file.Name))
                    DeleteUnlessLocked(file);
            }
        }

        return [.. found.Order().Select(file => (file.Key, file.Length))];
    }

    private static void DeleteUnlessLocked(FileInfo file)
    {
        try
        {
            using (file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                file.Delete();
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Another process is writing it.
        }
    }

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.NonBacktracking)]
    private static partial Regex FolderName();

    [GeneratedRegex("^[0-9]+[.]json[.]gz$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    [GeneratedRegex("^[0-9]+[.]json[.]gz[.][a-z0-9.]+[.]tmp$", RegexOptions.NonBacktracking)]
    private static partial Regex TemporaryName();
}

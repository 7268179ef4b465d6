using System.Collections.Concurrent;
using System.Security.Cryptography;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Blobs;

/// <summary>
/// Part files on disk: made when they are first asked for, once for all who ask, and kept as long as there is room. HEAD, ranges, MD5 and ETag
/// need fixed bytes, that is why they are not compressed for each request.
/// </summary>
internal sealed partial class PartFileStore : IAsyncDisposable
{
    /// <summary>How much room the files may take by default: 2 GiB.</summary>
    public const long DefaultLimit = 2L << 30;

    private const int MostAttempts = 3;

    private readonly EmulatorOptions _options;
    private readonly ILogger<PartFileStore> _logger;
    private readonly DiskBudget _budget;
    private readonly CacheFolder _folder;
    private readonly ConcurrentDictionary<string, Lazy<Task<Facts>>> _ready = new(StringComparer.Ordinal);

    // Neither of the two is disposed of: they hold nothing, and a request that comes too late then fails as one that came in time.
    private readonly CancellationTokenSource _stop = new();

    // Two at a time, each with a piece a core: one compresses while the other waits for the disk, and files come one after the other.
    private readonly SemaphoreSlim _turns = new(2);

    /// <param name="options">What the files hold and where they are kept.</param>
    /// <param name="logger">Gets a warning when the disk fails.</param>
    /// <param name="limit">Bytes that all files together may take; the file used last stays even if it is larger.</param>
    public PartFileStore(EmulatorOptions options, ILogger<PartFileStore> logger, long limit = DefaultLimit)
    {
        _options = options;
        _logger = logger;
        _budget = new DiskBudget(limit);
        _folder = new CacheFolder(options.CacheDir);
    }

    /// <summary>Opens a file, making it if need be; the making goes on for others when this caller gives up.</summary>
    /// <exception cref="PartFileUnavailableException">The disk is full, cannot be written, or the like.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<StoredFile> OpenAsync(Assessment assessment, Snapshot snapshot, PartFile file, CancellationToken cancellation)
    {
        var key = CacheFolder.KeyOf(_options, assessment, snapshot, file);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var ready = _ready.GetOrAdd(key, _ => new Lazy<Task<Facts>>(() => Task.Run(() => ProvideAsync(key, assessment, snapshot, file))));
            var facts = await ready.Value.WaitAsync(cancellation);
            if (TryOpen(facts) is { } stored)
            {
                _budget.Touch(key);
                return stored;
            }

            // It vanished, or is not what was written: make it again.
            if (_ready.TryRemove(new(key, ready)))
            {
                _budget.Remove(key);
                CacheFolder.TryDelete(facts.Path);
            }
        }

        throw new PartFileUnavailableException("the part file vanishes from the cache folder as soon as it is there");
    }

    /// <summary>Ends all making and deletes the files, unless they are in a folder that was given.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        var makings = _ready.Values.Where(ready => ready.IsValueCreated).Select(ready => (Task)ready.Value);
        await Task.WhenAll(makings).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _folder.DeleteOwn();
    }

    private static StoredFile? TryOpen(Facts facts)
    {
        try
        {
            var handle = File.OpenHandle(facts.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (RandomAccess.GetLength(handle) == facts.Length)
                return new StoredFile(handle, facts.Length, facts.Md5);
            handle.Dispose();
            return null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<Facts> ProvideAsync(string key, Assessment assessment, Snapshot snapshot, PartFile file)
    {
        try
        {
            await _turns.WaitAsync(_stop.Token);
            try
            {
                var (root, found) = _folder.Open();
                foreach (var (known, length) in found)
                    Evict(root, _budget.Add(known, length));

                var path = Path.Combine(root, key);
                var facts = File.Exists(path) ? await ReadAsync(path) : await MakeWithRoomAsync(root, path, assessment, snapshot, file);
                Evict(root, _budget.Add(key, facts.Length));
                return facts;
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (Exception failure)
        {
            _ready.TryRemove(key, out _);
            if (failure is OperationCanceledException)
                throw new PartFileUnavailableException("the emulator is stopping", failure);
            if (failure is not (IOException or UnauthorizedAccessException))
                throw;

            LogUnavailable(_logger, key, failure.Message);
            throw new PartFileUnavailableException($"the emulator cannot keep export files, see --cache-dir: {failure.Message}", failure);
        }
    }

    /// <summary>Learns about a file that an earlier run left.</summary>
    private async Task<Facts> ReadAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
#pragma warning disable CA5351 // Content-MD5 is a checksum of the storage protocol, not a protection.
        var md5 = await MD5.HashDataAsync(stream, _stop.Token);
#pragma warning restore CA5351
        return new Facts(path, stream.Length, md5);
    }

    /// <summary>A disk may be full long before the limit is reached: then files that were used earlier make room, half of them at a time.</summary>
    private async Task<Facts> MakeWithRoomAsync(string root, string path, Assessment assessment, Snapshot snapshot, PartFile file)
    {
        while (true)
        {
            try
            {
                return await MakeAsync(path, assessment, snapshot, file);
            }
            catch (IOException) when (_budget.DropHalf() is { Count: > 0 } gone)
            {
                Evict(root, gone);
            }
        }
    }

    /// <summary>Writes beside the final place and moves: whatever happens, there is never half a file under a final name.</summary>
    private async Task<Facts> MakeAsync(string path, Assessment assessment, Snapshot snapshot, PartFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = CacheFolder.OpenTemporary(path);
        try
        {
            Facts facts;
            await using (stream)
            {
                var (length, md5) = await PartFileWriter.WriteAsync(stream, assessment, snapshot, file, _stop.Token);
                facts = new Facts(path, length, md5);
            }

            File.Move(stream.Name, path, overwrite: true);
            return facts;
        }
        catch
        {
            CacheFolder.TryDelete(stream.Name);
            throw;
        }
    }

    private void Evict(string root, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            _ready.TryRemove(key, out _);
            CacheFolder.TryDelete(Path.Combine(root, key));
        }
    }

    private sealed record Facts(string Path, long Length, byte[] Md5);
}

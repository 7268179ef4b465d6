using System.Collections.Concurrent;
using System.Security.Cryptography;
using TvmEmulator.Blobs;
using TvmEmulator.Storage;

namespace TvmEmulator.UnitTests.Storage;

/// <summary>A target that keeps files in memory, and remembers what was written.</summary>
internal sealed class MemoryTarget(bool knowsContentKeys = true) : IExportTarget
{
    private int _writes;
    private int _writing;
    private int _mostAtATime;

    public ConcurrentDictionary<string, RenderedFile> Files { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Written { get; } = [];

    public int MostAtATime => _mostAtATime;

    /// <summary>The write with this number, counted from 1, fails; 0 lets all succeed.</summary>
    public int FailingWrite { get; init; }

    public Task<IReadOnlyDictionary<string, KeptFile>> FindAsync(NamedFiles files, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, KeptFile>>(Files.ToDictionary(
            file => file.Key, file => new KeptFile(file.Value.Content.Length, file.Value.Md5, knowsContentKeys ? file.Value.ContentKey : null), StringComparer.Ordinal));

    public async Task WriteAsync(string name, RenderedFile file, CancellationToken cancellation)
    {
        var writing = Interlocked.Increment(ref _writing);
        InterlockedMax(ref _mostAtATime, writing);
        await Task.Yield();
        Written.Enqueue(name);
        if (Interlocked.Increment(ref _writes) == FailingWrite)
            throw new IOException("full");
        Files[name] = file;
        Interlocked.Decrement(ref _writing);
    }

    /// <summary>Puts something else in a file's place; its content key goes with it.</summary>
    public void Damage(string name)
    {
        var bytes = new byte[Files[name].Content.Length];
#pragma warning disable CA5351 // A checksum, not a protection.
        Files[name] = new RenderedFile(bytes, MD5.HashData(bytes), "other");
#pragma warning restore CA5351
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; seen < value;)
            seen = Interlocked.CompareExchange(ref most, value, seen);
    }
}

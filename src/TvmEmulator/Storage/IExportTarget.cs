using TvmEmulator.Blobs;

namespace TvmEmulator.Storage;

/// <summary>A place outside the emulator where the files of exports are kept under their blob names.</summary>
internal interface IExportTarget
{
    /// <summary>Which of an export's files are there already.</summary>
    Task<IReadOnlyDictionary<string, KeptFile>> FindAsync(NamedFiles files, CancellationToken cancellation);

    /// <summary>Writes a file, whole or not at all, over one that is there.</summary>
    Task WriteAsync(string name, RenderedFile file, CancellationToken cancellation);
}

/// <summary>A file that a target has.</summary>
/// <param name="Length">Its length.</param>
/// <param name="Md5">Its MD5; null when the target does not know.</param>
/// <param name="ContentKey">What it was rendered from; null when the target does not know.</param>
internal sealed record KeptFile(long Length, byte[]? Md5, string? ContentKey);

/// <summary>A file in memory, as it is to be written.</summary>
/// <param name="Content">All its bytes.</param>
/// <param name="Md5">Their MD5.</param>
/// <param name="ContentKey">What it was rendered from: equal keys have equal bytes.</param>
internal sealed record RenderedFile(ReadOnlyMemory<byte> Content, byte[] Md5, string ContentKey)
{
    /// <summary>Whether a file that was found has the same bytes.</summary>
    public bool IsSameAs(KeptFile? kept) => kept is { Md5: { } md5 } && kept.Length == Content.Length && md5.AsSpan().SequenceEqual(Md5);
}

using Microsoft.Win32.SafeHandles;

namespace TvmEmulator.Blobs;

/// <summary>A part file, opened for one reader; stays readable when the file is deleted meanwhile.</summary>
/// <param name="Handle">Where its bytes are read from.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Md5">Their MD5, 16 bytes.</param>
internal sealed record StoredFile(SafeFileHandle Handle, long Length, byte[] Md5) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}

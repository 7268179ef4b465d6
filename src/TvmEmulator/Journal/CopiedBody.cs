using System.Text;

namespace TvmEmulator.Journal;

/// <summary>A request's body that remembers the beginning of what is read from it; it reads nothing by itself and limits nothing.</summary>
internal sealed class CopiedBody(Stream body) : Stream
{
    /// <summary>The most bytes that are remembered.</summary>
    public const int MostBytes = 4_096;

    private readonly MemoryStream _copy = new();

    /// <summary>What has been read, as text; null when nothing has.</summary>
    public string? Text => _copy.Length == 0 ? null : Encoding.UTF8.GetString(_copy.GetBuffer(), 0, (int)_copy.Length);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Copy(buffer.AsSpan(offset, body.Read(buffer, offset, count)));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        return Copy(buffer.Span[..read]);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Copy(ReadOnlySpan<byte> read)
    {
        _copy.Write(read[..Math.Min(read.Length, MostBytes - (int)_copy.Length)]);
        return read.Length;
    }
}

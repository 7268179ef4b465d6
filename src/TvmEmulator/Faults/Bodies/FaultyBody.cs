namespace TvmEmulator.Faults.Bodies;

/// <summary>
/// A response body that does something to the bytes before it hands them on. Several stand in a row when several rules act; the last one
/// hands on to the server.
/// </summary>
internal abstract class FaultyBody(Stream next) : Stream
{
    private bool _hasBegun;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Where the bytes go.</summary>
    protected Stream Next { get; } = next;

    /// <summary>Called when the body is complete; hands on what was held back.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        BeginOnce();
        await FinishAsync(cancellation);
        if (Next is FaultyBody next)
            await next.EndAsync(cancellation);
    }

    public sealed override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        BeginOnce();
        if (!buffer.IsEmpty)
            await SendAsync(buffer, cancellationToken);
    }

    public sealed override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        BeginOnce();
        await Next.FlushAsync(cancellationToken);
    }

    // Kestrel allows no blocking writes either.
    public sealed override void Flush() => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Called once, when the headers stand and nothing has been sent: the last moment to change them.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Takes bytes of the body.</summary>
    protected abstract ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Called behind the last byte.</summary>
    protected virtual Task FinishAsync(CancellationToken cancellation) => Task.CompletedTask;

    private void BeginOnce()
    {
        if (_hasBegun)
            return;
        _hasBegun = true;
        Begin();
    }
}

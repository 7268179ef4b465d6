namespace TvmEmulator.TenantData;

/// <summary>Two streams, one behind the other.</summary>
internal sealed class JoinedStreams(Stream first, Stream second) : ForwardReader
{
    private bool _isFirstRead;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!_isFirstRead && first.Read(buffer) is > 0 and var read)
            return read;
        _isFirstRead = true;
        return second.Read(buffer);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            first.Dispose();
            second.Dispose();
        }

        base.Dispose(disposing);
    }
}

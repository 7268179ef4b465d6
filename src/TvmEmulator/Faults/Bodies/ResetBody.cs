namespace TvmEmulator.Faults.Bodies;

/// <summary>Sends so many bytes and cuts the connection before the next one.</summary>
internal sealed class ResetBody(Stream next, HttpContext context, TimeProvider wall, long afterBytes) : FaultyBody(next)
{
    // A cut drops what the server has not yet handed to the system: time for it to do so.
    private static readonly TimeSpan Handover = TimeSpan.FromMilliseconds(100);

    private long _left = afterBytes;
    private bool _isCut;

    protected override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (_isCut)
            return;

        var sent = bytes[..(int)Math.Min(_left, bytes.Length)];
        _left -= sent.Length;
        await Next.WriteAsync(sent, cancellation);
        if (sent.Length == bytes.Length)
            return;

        _isCut = true;
        await Next.FlushAsync(cancellation);
        await Task.Delay(Handover, wall, context.RequestAborted);
        context.Abort();
    }
}

namespace TvmEmulator.Faults.Bodies;

/// <summary>Sends the beginning of a body and drops the rest; the headers fit what is sent.</summary>
/// <param name="next">Where the bytes go.</param>
/// <param name="response">Whose headers are changed.</param>
/// <param name="afterBytes">How much is sent; null when it is a share.</param>
/// <param name="fraction">The share that is sent.</param>
internal sealed class TruncatedBody(Stream next, HttpResponse response, long? afterBytes, decimal fraction) : FaultyBody(next)
{
    private HeldTail? _tail;
    private long _left;

    protected override void Begin()
    {
        var length = response.ContentLength;
        response.Headers.ContentMD5 = default;
        if ((afterBytes ?? (long?)(length * fraction)) is not { } cut)
        {
            _tail = new HeldTail(Next, fraction);
            return;
        }

        _left = cut;
        if (length > cut)
            response.ContentLength = cut;
    }

    protected override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (_tail is not null)
        {
            await _tail.AddAsync(bytes, cancellation);
            return;
        }

        var sent = bytes[..(int)Math.Min(_left, bytes.Length)];
        _left -= sent.Length;
        if (!sent.IsEmpty)
            await Next.WriteAsync(sent, cancellation);
    }
}

namespace TvmEmulator.Faults.Bodies;

/// <summary>Flips the bits of one byte. Length and checksum in the headers stay those of the genuine body, as after a fault of the line.</summary>
internal sealed class CorruptedBody(Stream next, long atByte) : FaultyBody(next)
{
    private long _sent;

    protected override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var place = atByte - _sent;
        _sent += bytes.Length;
        if (place < 0 || place >= bytes.Length)
        {
            await Next.WriteAsync(bytes, cancellation);
            return;
        }

        await Next.WriteAsync(bytes[..(int)place], cancellation);
        await Next.WriteAsync(new[] { (byte)~bytes.Span[(int)place] }, cancellation);
        await Next.WriteAsync(bytes[((int)place + 1)..], cancellation);
    }
}

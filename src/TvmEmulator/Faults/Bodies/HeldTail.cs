using System.IO.Pipelines;

namespace TvmEmulator.Faults.Bodies;

/// <summary>
/// Sends a share of a body whose length shows only at its end, as that of a page does: the bytes that may turn out to be too many are held
/// back, up to a limit, and are never sent.
/// </summary>
internal sealed class HeldTail(Stream next, decimal fraction)
{
    /// <summary>The most bytes that are held back: 32 MiB. Of a longer rest the beginning is sent after all.</summary>
    public const long MostHeld = 32L << 20;

    private readonly Pipe _held = new(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 64 * 1024));
    private long _taken;
    private long _sent;

    /// <summary>Takes bytes, and sends those that are due whatever follows.</summary>
    public async Task AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await _held.Writer.WriteAsync(bytes, cancellation);
        _taken += bytes.Length;
        var due = Math.Max((long)(_taken * fraction), _taken - MostHeld);
        if (due == _sent)
            return;

        var held = (await _held.Reader.ReadAsync(cancellation)).Buffer.Slice(0, due - _sent);
        foreach (var segment in held)
            await next.WriteAsync(segment, cancellation);
        _sent = due;
        _held.Reader.AdvanceTo(held.End);
    }
}

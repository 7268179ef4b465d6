using TvmEmulator.Faults.Actions;

namespace TvmEmulator.Faults.Bodies;

/// <summary>Sends so many bytes a second, in a few portions each second; when a request has been held up long enough, the rest goes at once.</summary>
internal sealed class DrippingBody(Stream next, TimeProvider wall, int bytesPerSecond, CancellationToken aborted) : FaultyBody(next)
{
    private const int PortionsPerSecond = 10;

    private readonly int _portion = Math.Max(1, bytesPerSecond / PortionsPerSecond);
    private TimeSpan _waited;

    protected override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            var portion = _waited < FaultAction.MostDelay ? bytes[..Math.Min(_portion, bytes.Length)] : bytes;
            await Next.WriteAsync(portion, cancellation);
            await Next.FlushAsync(cancellation);
            bytes = bytes[portion.Length..];
            if (_waited >= FaultAction.MostDelay)
                return;

            var pause = TimeSpan.FromSeconds((double)portion.Length / bytesPerSecond);
            _waited += pause;
            // Not every writer passes a token on.
            await Task.Delay(pause, wall, aborted);
        }
    }
}

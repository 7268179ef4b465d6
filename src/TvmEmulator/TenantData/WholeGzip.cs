using System.IO.Compression;

namespace TvmEmulator.TenantData;

/// <summary>
/// Unpacks a gzip file of one or more members, and refuses one that is cut off or has anything else behind them. <see cref="GZipStream"/> takes both
/// for the end of the file. So one more member is put behind the file: it comes out at the end only when all before it is whole, and is held back.
/// </summary>
internal sealed class WholeGzip(Stream file) : ForwardReader
{
    // No JSON ends with these bytes, and the packed ones are others, so that they cannot come out by chance.
    private static readonly byte[] End = new byte[64];

    private static readonly byte[] PackedEnd = Pack(End);

    private readonly GZipStream _plain = new(new JoinedStreams(file, new MemoryStream(PackedEnd)), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is not whole.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= End.Length && Fill())
        {
        }

        var length = Math.Min(buffer.Length, _end - _start - End.Length);
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _plain.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Unpacks more; false at the end, where nothing but the last member is left.</summary>
    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = Unpack(_buffer.AsSpan(_end));
        _end += read;
        if (read == 0 && !_buffer.AsSpan(0, _end).SequenceEqual(End))
            throw NotWhole();
        return read > 0;
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return _plain.Read(buffer);
        }
        catch (InvalidDataException damaged)
        {
            throw NotWhole(damaged);
        }
    }

    private static InvalidDataException NotWhole(Exception? cause = null) => new("is not a whole gzip file: it is cut off or damaged, or something else is behind it", cause);

    private static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(plain);
        return packed.ToArray();
    }
}

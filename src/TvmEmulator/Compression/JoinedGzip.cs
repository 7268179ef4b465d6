using System.Buffers.Binary;

namespace TvmEmulator.Compression;

/// <summary>
/// One gzip member made of pieces: <see cref="Head"/>, the bodies in order, <see cref="Tail"/>. One member, because curl and zlib's plain
/// readers stop after the first of several.
/// </summary>
internal sealed class JoinedGzip
{
    /// <summary>Number of bytes of <see cref="Tail"/>.</summary>
    public const int TailLength = 10;

    private uint _crc32;
    private long _length;

    /// <summary>What a member begins with: deflate, no time, unknown file system, so that equal bodies give equal bytes everywhere.</summary>
    public static ReadOnlySpan<byte> Head => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    /// <summary>An empty final block of deflate.</summary>
    public static ReadOnlySpan<byte> FinalBlock => [3, 0];

    /// <summary>Number of bytes of the member as it stands.</summary>
    public long CompressedLength { get; private set; } = Head.Length + TailLength;

    /// <summary>Appends a piece. Its body is to be written by the caller.</summary>
    public void Add(GzipPiece piece)
    {
        _crc32 = Crc32Join.Combine(_crc32, piece.Crc32, piece.Length);
        _length += piece.Length;
        CompressedLength += piece.Body.Length;
    }

    /// <summary>What the member ends with after all pieces that were added: final block, CRC and length.</summary>
    public byte[] Tail()
    {
        var tail = new byte[TailLength];
        FinalBlock.CopyTo(tail);
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(2), _crc32);
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(6), (uint)_length);
        return tail;
    }
}

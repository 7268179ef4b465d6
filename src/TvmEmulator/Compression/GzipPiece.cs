using System.Buffers;
using System.Diagnostics;
using System.IO.Compression;

namespace TvmEmulator.Compression;

/// <summary>A part of a gzip member that was compressed on its own, so that parts can be made in parallel, kept, and joined by <see cref="JoinedGzip"/>.</summary>
/// <param name="Body">Deflate blocks that end at a byte boundary; none of them is the final one.</param>
/// <param name="Crc32">CRC of the plain bytes.</param>
/// <param name="Length">Number of plain bytes.</param>
internal sealed record GzipPiece(byte[] Body, uint Crc32, long Length)
{
    private const int HeaderLength = 10;
    private const int BufferLength = 64 * 1024;

    /// <summary>Compresses bytes.</summary>
    public static GzipPiece Compress(ReadOnlySpan<byte> plain)
    {
        if (plain.IsEmpty)
            return new GzipPiece([], 0, 0);

        using var member = new MemoryStream();
        int end;
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
            end = Flush(gzip, member);
        }

        return Cut(member, end, plain.Length);
    }

    /// <summary>Compresses what a source yields, without ever holding all of it.</summary>
    /// <param name="fill">Writes into a span of at least 64 KiB and says how many bytes; 0 is the end.</param>
    public static GzipPiece Compress(Func<Span<byte>, int> fill)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var filled = fill(buffer);
            if (filled == 0)
                return new GzipPiece([], 0, 0);

            using var member = new MemoryStream(2 * BufferLength);
            var length = 0L;
            int end;
            using (var gzip = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
            {
                for (; filled > 0; filled = fill(buffer))
                {
                    gzip.Write(buffer, 0, filled);
                    length += filled;
                }

                end = Flush(gzip, member);
            }

            return Cut(member, end, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Ends the blocks at a byte boundary; what disposing writes behind it is the final block, the CRC and the length.</summary>
    private static int Flush(GZipStream gzip, MemoryStream member)
    {
        gzip.Flush();
        return (int)member.Length;
    }

    private static GzipPiece Cut(MemoryStream member, int end, long length)
    {
        var bytes = member.GetBuffer().AsSpan(0, (int)member.Length);
        var tail = bytes[end..];
        if (tail.Length != JoinedGzip.TailLength || !tail.StartsWith(JoinedGzip.FinalBlock))
            throw new UnreachableException("GZipStream ended a member with something else than an empty final block.");

        return new GzipPiece(bytes[HeaderLength..end].ToArray(), BitConverter.ToUInt32(tail[JoinedGzip.FinalBlock.Length..]), length);
    }
}

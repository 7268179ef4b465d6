using System.Buffers;
using System.IO.Compression;

namespace TvmEmulator.Assessments;

/// <summary>Rows that are compressed for one request: their content or the shape of their gzip is faulty, or they are of no use to another one.</summary>
internal static class GzipRows
{
    /// <summary>Writes one gzip member.</summary>
    /// <param name="destination">Where it goes; not closed.</param>
    /// <param name="before">Text in front of the rows.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="after">Makes the text behind them when they have been read.</param>
    /// <param name="cancellation">Ends it when the caller leaves.</param>
    public static async Task WriteMemberAsync(Stream destination, byte[] before, RowReader rows, Func<byte[]> after, CancellationToken cancellation)
    {
        await using var member = new GZipStream(destination, CompressionLevel.Fastest, leaveOpen: true);
        var buffer = ArrayPool<byte>.Shared.Rent(2 * RowReader.MostRowBytes);
        try
        {
            await member.WriteAsync(before, cancellation);
            while (!rows.IsAtEnd)
                await member.WriteAsync(buffer.AsMemory(0, rows.Fill(buffer)), cancellation);
            await member.WriteAsync(after(), cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

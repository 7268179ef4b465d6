using System.Security.Cryptography;
using TvmEmulator.Assessments;
using TvmEmulator.Compression;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Blobs;

/// <summary>Renders and compresses a part file in parallel, piece by piece. Memory is one compressed piece a core, whatever the size of the file.</summary>
internal static class PartFileWriter
{
    /// <summary>Rows of a piece: about half a megabyte, large enough to compress well.</summary>
    public const int RowsPerPiece = 1000;

    /// <summary>Writes a file.</summary>
    /// <returns>Its length and MD5.</returns>
    public static async Task<(long Length, byte[] Md5)> WriteAsync(
        Stream destination, Assessment assessment, Snapshot snapshot, PartFile file, CancellationToken cancellation)
    {
#pragma warning disable CA5351 // Content-MD5 is a checksum of the storage protocol, not a protection.
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        var member = new JoinedGzip();
        var running = new Queue<Task<GzipPiece>>();

        await AppendAsync(JoinedGzip.Head.ToArray());
        for (var done = 0; done < file.Rows; done += RowsPerPiece)
        {
            if (running.Count == Environment.ProcessorCount)
                await AppendPieceAsync();
            var first = file.FirstRow + done;
            var count = Math.Min(RowsPerPiece, file.Rows - done);
            running.Enqueue(Task.Run(() => GzipPiece.Compress(assessment.Read(snapshot, RowDress.FileLine, first, count).Fill), cancellation));
        }

        while (running.Count > 0)
            await AppendPieceAsync();
        await AppendAsync(member.Tail());
        return (member.CompressedLength, md5.GetHashAndReset());

        async Task AppendPieceAsync()
        {
            var piece = await running.Dequeue();
            member.Add(piece);
            await AppendAsync(piece.Body);
        }

        async Task AppendAsync(byte[] bytes)
        {
            md5.AppendData(bytes);
            await destination.WriteAsync(bytes, cancellation);
        }
    }
}

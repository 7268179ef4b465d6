using System.Runtime.CompilerServices;
using TvmEmulator.Assessments;
using TvmEmulator.Compression;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Api;

/// <summary>
/// Rows of pages, compressed once: pieces of 1,000 rows at fixed places of the stream, so that every page that covers a place uses the same piece.
/// Compressing costs twenty times what sending does.
/// </summary>
internal sealed class CompressedPieces
{
    /// <summary>Rows of a piece that is kept.</summary>
    public const int Rows = 1_000;

    // A piece is about 90 KB; each has one slot that it can be in, so at most about 12 MB are kept for a snapshot.
    private const int Slots = 128;

    private readonly ConditionalWeakTable<Snapshot, Kept?[]> _kept = [];

    /// <summary>The piece of some rows; a whole one is kept. Every row, also the first, has its comma in front.</summary>
    public GzipPiece Of(Assessment assessment, Snapshot snapshot, int first, int count)
    {
        if (count != Rows || first % Rows != 0)
            return Compress(assessment, snapshot, first, count);

        ref var slot = ref _kept.GetValue(snapshot, _ => new Kept?[Slots])[first / Rows % Slots];
        var kept = Volatile.Read(ref slot);
        if (kept?.First == first && kept.Assessment == assessment)
            return kept.Piece;

        // Racing threads compress equal pieces; the last one stays.
        var piece = Compress(assessment, snapshot, first, count);
        Volatile.Write(ref slot, new Kept(assessment, first, piece));
        return piece;
    }

    private static GzipPiece Compress(Assessment assessment, Snapshot snapshot, int first, int count)
    {
        var rows = assessment.Read(snapshot, RowDress.PageRow, first, count);
        var isFirst = true;
        return GzipPiece.Compress(span =>
        {
            if (!isFirst)
                return rows.Fill(span);

            // A reader leaves out the comma of its first row.
            isFirst = false;
            span[0] = (byte)',';
            return 1 + rows.Fill(span[1..]);
        });
    }

    private sealed record Kept(Assessment Assessment, int First, GzipPiece Piece);
}

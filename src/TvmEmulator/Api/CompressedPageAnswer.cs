using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using TvmEmulator.Assessments;
using TvmEmulator.Compression;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Api;

/// <summary>Streams a page as one gzip member, joined from pieces that were compressed before or are compressed a few ahead of the one being sent.</summary>
internal static class CompressedPageAnswer
{
    private const int SpanBytes = 256 * 1024;

    /// <summary>Whether a caller takes gzip.</summary>
    public static bool IsAccepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var named = accepted.FirstOrDefault(encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(encoding => encoding.Value == "*");
        return named is not null && named.Quality is not 0;
    }

    /// <summary>Answers; stops when the caller is gone.</summary>
    public static async Task WriteAsync(
        HttpContext context, JsonText head, CompressedPieces pieces, Assessment assessment, Snapshot snapshot, int first, int count, JsonText tail)
    {
        ODataAnswer.Begin(context);
        context.Response.Headers[HeaderNames.ContentEncoding] = "gzip";

        // The head takes the first row with it: pieces that are kept have a comma before every row.
        var start = new ArrayBufferWriter<byte>();
        start.Write(head.ToArray());
        if (count > 0)
            start.Advance(assessment.Read(snapshot, RowDress.PageRow, first, 1).Fill(start.GetSpan(RowReader.MostRowBytes)));

        var member = new JoinedGzip();
        var writer = context.Response.BodyWriter;
        writer.Write(JoinedGzip.Head);
        Append(writer, member, GzipPiece.Compress(start.WrittenSpan));

        var ahead = new Queue<Task<GzipPiece>>();
        var next = first + 1;
        var end = first + count;
        while (next < end || ahead.Count > 0)
        {
            for (; next < end && ahead.Count <= Environment.ProcessorCount; next = EndOfPiece(next, end))
            {
                var from = next;
                ahead.Enqueue(Task.Run(() => pieces.Of(assessment, snapshot, from, EndOfPiece(from, end) - from), context.RequestAborted));
            }

            Append(writer, member, await ahead.Dequeue());
            if ((await writer.FlushAsync(context.RequestAborted)).IsCompleted)
                return;
        }

        Append(writer, member, GzipPiece.Compress(tail.ToArray()));
        writer.Write(member.Tail());
        await writer.FlushAsync(context.RequestAborted);
    }

    private static int EndOfPiece(int row, int end) => Math.Min((row / CompressedPieces.Rows + 1) * CompressedPieces.Rows, end);

    private static void Append(PipeWriter writer, JoinedGzip member, GzipPiece piece)
    {
        member.Add(piece);
        for (var body = piece.Body.AsSpan(); !body.IsEmpty;)
        {
            var span = writer.GetSpan(Math.Min(body.Length, SpanBytes));
            var copied = Math.Min(body.Length, span.Length);
            body[..copied].CopyTo(span);
            writer.Advance(copied);
            body = body[copied..];
        }
    }
}

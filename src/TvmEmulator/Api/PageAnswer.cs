using TvmEmulator.Assessments;
using TvmEmulator.OData;

namespace TvmEmulator.Api;

/// <summary>Streams a page: head, rows as they are rendered, tail. Memory is one span, whatever the size of the page.</summary>
internal static class PageAnswer
{
    // Rendering is fastest into 64 KiB spans; the pipe's own 4 KiB and anything larger are slower.
    private const int SpanBytes = 64 * 1024;

    /// <summary>Answers; stops when the caller is gone.</summary>
    public static Task WriteAsync(HttpContext context, JsonText head, RowReader rows, JsonText tail) => WriteAsync(context, head, rows, () => tail);

    /// <summary>Answers with a tail that is made when all rows have been read; stops when the caller is gone.</summary>
    public static async Task WriteAsync(HttpContext context, JsonText head, RowReader rows, Func<JsonText> tail)
    {
        ODataAnswer.Begin(context);
        var writer = context.Response.BodyWriter;
        ODataAnswer.Write(writer, head.ToArray());
        while (!rows.IsAtEnd)
        {
            writer.Advance(rows.Fill(writer.GetSpan(SpanBytes)));
            var flushed = await writer.FlushAsync(context.RequestAborted);
            if (flushed.IsCompleted)
                return;
        }

        ODataAnswer.Write(writer, tail().ToArray());
        await writer.FlushAsync(context.RequestAborted);
    }
}

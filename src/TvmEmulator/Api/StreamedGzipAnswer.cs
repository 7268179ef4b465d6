using Microsoft.Net.Http.Headers;
using TvmEmulator.Assessments;
using TvmEmulator.Faults.Rows;
using TvmEmulator.OData;

namespace TvmEmulator.Api;

/// <summary>Streams a page as gzip whose rows are made from one to the next, so that no two pages share pieces that could be kept.</summary>
internal static class StreamedGzipAnswer
{
    /// <summary>Answers.</summary>
    /// <param name="context">The request.</param>
    /// <param name="head">Text in front of the rows.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="tail">Makes the text behind them when they have been read.</param>
    /// <param name="hasTwoMembers">Whether the tail is a faulty member of its own.</param>
    public static async Task WriteAsync(HttpContext context, JsonText head, RowReader rows, Func<JsonText> tail, bool hasTwoMembers)
    {
        ODataAnswer.Begin(context);
        context.Response.Headers[HeaderNames.ContentEncoding] = "gzip";
        var (body, cancellation) = (context.Response.Body, context.RequestAborted);
        await GzipRows.WriteMemberAsync(body, head.ToArray(), rows, () => hasTwoMembers ? [] : tail().ToArray(), cancellation);
        if (hasTwoMembers)
            await GzipRows.WriteMemberAsync(body, tail().ToArray(), rows, () => [], cancellation);
    }
}

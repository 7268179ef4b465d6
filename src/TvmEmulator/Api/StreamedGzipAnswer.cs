using Microsoft.Net.Http.Headers;
using TvmEmulator.Assessments;
using TvmEmulator.OData;

namespace TvmEmulator.Api;

/// <summary>Streams a page as gzip whose rows are made from one to the next, so that no two pages share pieces that could be kept.</summary>
internal static class StreamedGzipAnswer
{
    /// <summary>Answers with a tail that is made when all rows have been read; stops when the caller is gone.</summary>
    public static async Task WriteAsync(HttpContext context, JsonText head, RowReader rows, Func<JsonText> tail)
    {
        ODataAnswer.Begin(context);
        context.Response.Headers[HeaderNames.ContentEncoding] = "gzip";
        await GzipRows.WriteMemberAsync(context.Response.Body, head.ToArray(), rows, () => tail().ToArray(), context.RequestAborted);
    }
}

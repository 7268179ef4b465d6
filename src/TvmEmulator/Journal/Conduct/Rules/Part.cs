using TvmEmulator.Api;
using TvmEmulator.Blobs;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>A part of a walk through all rows: a page, a window with $skip, or a file.</summary>
/// <param name="Walk">What it is a part of.</param>
/// <param name="First">Where it begins. Places of one walk can be compared, those of different walks cannot.</param>
/// <param name="End">Where the next one begins, when it was answered.</param>
internal readonly record struct Part(Walk Walk, long First, long End)
{
    /// <summary>The part that a call asks for; null when it asks for something else, or for the first page of a chain.</summary>
    public static Part? Of(Call call, CallAnswer answer, ExportedFiles files) => call.Route?.Kind switch
    {
        RouteKind.Page => OfPage(call, answer),
        RouteKind.Blob when HttpMethods.IsGet(call.Entry.Method) => OfFile(call, files),
        _ => null,
    };

    private static Part? OfPage(Call call, CallAnswer answer)
    {
        var query = answer.Page;
        if (query.Token is { } text)
        {
            var (token, wrong) = SkipToken.Read(text);
            var place = ((long)token.File << 32) + token.Line;
            return wrong is null ? new Part(new Walk(call.Source, token.Mark.ToString()), place, place + 1) : null;
        }

        if (!query.HasTop)
            return null;
        var end = answer.Facts is PageFacts page ? page.First + (long)Math.Max(page.Count, 1) : query.Skip + 1;
        return new Part(new Walk(call.Source, "$skip"), query.Skip, end);
    }

    // Links carry no caller, so a file belongs to whoever has the links.
    private static Part? OfFile(Call call, ExportedFiles files) =>
        files.Find(BlobAddress.Parse(call.Entry.Path).Name) is var (export, index) ? new Part(new Walk(new CallerRoute("", call.Source.Route), export), index, index + 1) : null;
}

/// <summary>A way through all rows.</summary>
/// <param name="Source">Who walks, on which route.</param>
/// <param name="Name">Tells the walks of a caller apart.</param>
internal readonly record struct Walk(CallerRoute Source, string Name);

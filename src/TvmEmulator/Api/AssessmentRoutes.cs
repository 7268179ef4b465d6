using System.Globalization;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.Faults.Rows;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Storage;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.Api;

/// <summary>
/// The two routes of an assessment: <c>GET /api/machines/...ByMachine</c> with pages of rows, which some kinds do not have, and
/// <c>GET /api/machines/...Export</c> with links to files.
/// </summary>
internal sealed class AssessmentRoutes(EmulatorOptions options, LinkBase links, OutsideExports? outside = null)
{
    private readonly CompressedPieces _pieces = new();

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes, Assessment assessment)
    {
        if (assessment.ByMachineRoute is { } page)
        {
            var path = $"/api/{assessment.Collection}/{page}";
            routes.MapGet(path, context => AnswerPageAsync(context, assessment, path))
                .WithMetadata(new ApiRoute(page, RouteKind.Page, assessment.Permission, QuotaLimits.Pages));
        }

        routes.MapGet($"/api/{assessment.Collection}/{assessment.ExportRoute}", context => AnswerExportAsync(context, assessment))
            .WithMetadata(new ApiRoute(assessment.ExportRoute, RouteKind.Export, assessment.Permission, QuotaLimits.Exports));
    }

    private async Task AnswerPageAsync(HttpContext context, Assessment assessment, string path)
    {
        var exchange = context.Exchange();
        var query = QueryParameters.Parse(context.Request.QueryString);
        var (request, refusal) = PageRequest.Read(query);
        if (request is null)
        {
            await ErrorEnvelope.WriteAsync(context, refusal!);
            return;
        }

        var (snapshot, first, wrongToken) = await FirstRowAsync(exchange.World, request, assessment, context.RequestAborted);
        if (snapshot is null)
        {
            await ErrorEnvelope.WriteAsync(context, wrongToken!);
            return;
        }

        var baseUrl = links.ApiBase(context.Request);
        var head = ODataAnswer.Head(context, baseUrl, $"Collection({assessment.PageTypeIn(options.Contract)})", "value").Raw("[");

        var total = assessment.RowsOf(snapshot).Rows;
        var next = (long)first + request.Size;
        var nextLink = request.HasTop || next >= total
            ? null
            : NextLink.Of(path, query, SkipToken.Before(snapshot.Mark, assessment.FilesOf(snapshot), (int)next) with { Overlay = snapshot.Tenant.Overlay.Fingerprint });
        var faults = exchange.Faults;
        if (faults.NextLink is { } astray && !request.HasTop)
            nextLink = FaultyNextLink.Of(astray, context.Request, path, snapshot.Mark, assessment.FilesOf(snapshot).Count);
        var tail = new JsonText().Raw("]");
        if (nextLink is not null)
            tail.Raw(",\"@odata.nextLink\":").String(baseUrl + nextLink);

        tail.Raw("}");
        var count = faults.HasEmptyPage ? 0 : Math.Min(request.Size, total - first);
        exchange.Facts = new PageFacts(snapshot.Mark, first, count, total, request.Size, request.HasTop, nextLink);
        HintAtPinnedTime(context, exchange.World, query);
        context.Response.Headers.Vary = "Accept-Encoding";
        await faults.WaitForRowsAsync(count, exchange.World.Time.Wall, context.RequestAborted);
        if (faults.ChangesRows)
            await FaultyPage.WriteAsync(context, faults, head, assessment, snapshot, first, count, tail);
        else if (CompressedPageAnswer.IsAccepted(context.Request))
            await CompressedPageAnswer.WriteAsync(context, head, _pieces, assessment, snapshot, first, count, tail);
        else
            await PageAnswer.WriteAsync(context, head, assessment.Read(snapshot, RowDress.PageRow, first, count), tail);
    }

    /// <summary>A client that asks for what is new since today finds only older data while data time is pinned.</summary>
    private static void HintAtPinnedTime(HttpContext context, World world, QueryParameters query)
    {
        var newest = world.Snapshots.NewestMark;
        if (!world.DataTime.IsLive && DateTimeOffset.TryParse(query.Single("sinceTime").Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && since > newest.At.Utc.AddDays(1))
            Hint.Set(context, $"data time is pinned at {ValueTexts.OfMark(newest)}; start with --data-time live to let it follow the clock");
    }

    /// <summary>The snapshot that a page is read from, and its first row there.</summary>
    internal static async Task<(Snapshot? Snapshot, int First, Refusal? Refusal)> FirstRowAsync(World world, PageRequest request, Assessment assessment, CancellationToken cancellation)
    {
        if (request.SkipToken is null)
        {
            var newest = await world.Snapshots.NewestAsync(cancellation);
            return (newest, Math.Min(request.Skip, assessment.RowsOf(newest).Rows), null);
        }

        var (token, refusal) = SkipToken.Decode(request.SkipToken, world.Snapshots);
        if (refusal is not null)
            return (null, 0, refusal);

        if (token.Since is not null)
            return (null, 0, SkipToken.Wrong("the skip token is one of the changes"));

        var snapshot = await world.Snapshots.GetAsync(token.Mark, cancellation);
        if (token.RefuseOtherRowsThan(snapshot) is { } changed)
            return (null, 0, changed);
        return token.RowIn(assessment.FilesOf(snapshot)) is { } row
            ? (snapshot, row, null)
            : (null, 0, SkipToken.Wrong("the skip token names a file or line that the snapshot does not have"));
    }

    private async Task AnswerExportAsync(HttpContext context, Assessment assessment)
    {
        var query = QueryParameters.Parse(context.Request.QueryString);
        var allowed = assessment.LinkHoursIn(options.Contract);
        var (hours, wrongHours) = query.WholeNumber("sasValidHours", 1, allowed.Most);
        // One documented request line spells it $sasValidHours and gets the default: that name is known, and means nothing.
        if ((query.RefuseOptionsExcept("$sasvalidhours") ?? wrongHours) is { } refusal)
        {
            await ErrorEnvelope.WriteAsync(context, refusal);
            return;
        }

        var exchange = context.Exchange();
        var snapshot = await exchange.World.Snapshots.NewestAsync(context.RequestAborted);
        var baseUrl = links.ApiBase(context.Request);
        var validity = TimeSpan.FromHours(hours ?? allowed.Usual);
        var areExpired = exchange.Faults.HasExpiredLinks;
        var exports = exchange.World.Exports;
        IReadOnlyList<string> urls;
        DateTimeOffset expires;
        try
        {
            (urls, expires) = outside is null
                ? exports.For(assessment, snapshot, links.BlobBase(context.Request), validity, areExpired)
                : await outside.PublishAsync(exchange.World, assessment, snapshot, validity, areExpired, context.RequestAborted);
        }
        catch (StorageUnavailableException unavailable)
        {
            await ErrorEnvelope.WriteAsync(context, Refusal.ServiceUnavailable("The export files cannot be provided at the moment.", unavailable.Message));
            return;
        }

        exchange.Facts = new ExportFacts(snapshot.Mark, expires, exports.Names.Of(assessment, snapshot).Names);
        if (outside is not null)
            Hint.Set(context, "the links lead to the storage account of --blobs: it goes by its own clock, so moving service time does not expire them");

        var body = ODataAnswer.Head(context, baseUrl, assessment.ExportTypeIn(options.Contract), "exportFiles").Raw("[");
        var separator = "";
        foreach (var url in urls)
        {
            body.Raw(separator).String(url);
            separator = ",";
        }

        body.Raw("],\"generatedTime\":").String(snapshot.Mark.At.Utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)).Raw("}");
        await ODataAnswer.WriteAsync(context, body);
    }
}

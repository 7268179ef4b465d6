using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Vulnerabilities.Changes;
using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.Faults.Rows;
using TvmEmulator.Identity;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.Api;

/// <summary><c>GET /api/machines/SoftwareVulnerabilityChangesByMachine</c>: pages of what changed since a time (contract: get-assessment-software-vulnerabilities).</summary>
internal sealed class ChangeRoutes(EmulatorOptions options, LinkBase links)
{
    private const string Name = "SoftwareVulnerabilityChangesByMachine";
    private const string Path = $"/api/machines/{Name}";

    private static readonly ApiRoute Changes = new(Name, RouteKind.Page, Permission.Vulnerability, QuotaLimits.Pages);

    private readonly ChangeSources _sources = new(options.Contract);

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, AnswerAsync).WithMetadata(Changes);

    private async Task AnswerAsync(HttpContext context)
    {
        var query = QueryParameters.Parse(context.Request.QueryString);
        var (request, wrongPage) = PageRequest.Read(query);
        var (since, wrongTime) = SinceTime.Read(query);
        if (request is null || wrongTime is not null)
        {
            await ErrorEnvelope.WriteAsync(context, (wrongPage ?? wrongTime)!);
            return;
        }

        var (period, refusal) = await PeriodAsync(context.Exchange().World, request, since, context.RequestAborted);
        if (period is null)
        {
            await ErrorEnvelope.WriteAsync(context, refusal!);
            return;
        }

        if (ReaderOf(period, request, context.RequestAborted) is not { } reader)
        {
            await ErrorEnvelope.WriteAsync(context, SkipToken.Wrong("the skip token names a row that is not there"));
            return;
        }

        if (period.Since == period.Newest.Mark)
            Hint.Set(context, $"nothing has changed since then: the newest snapshot is that of {ValueTexts.OfMark(period.Newest.Mark)}");
        await WriteAsync(context, query, request, period, reader);
    }

    private async Task WriteAsync(HttpContext context, QueryParameters query, PageRequest request, Period period, ChangeReader reader)
    {
        var (exchange, baseUrl) = (context.Exchange(), links.ApiBase(context.Request));
        var faults = exchange.Faults;
        if (faults.DelayPerRow > TimeSpan.Zero)
        {
            var rows = ReaderOf(period, request, context.RequestAborted)!.Skip(request.Size);
            await faults.WaitForRowsAsync(rows, exchange.World.Time.Wall, context.RequestAborted);
        }

        var leftOut = faults.HasEmptyPage ? reader.SkipAll() : 0;
        var head = ODataAnswer.Head(context, baseUrl, $"Collection({ODataAnswer.Namespace}.DeltaAssetVulnerability)", "value").Raw("[");
        var page = faults.Change(reader, RowDress.PageRow);
        context.Response.Headers.Vary = "Accept-Encoding";
        if (faults.ChangesRows)
            await FaultyPage.WriteAsync(context, faults, head, page, Tail);
        else if (CompressedPageAnswer.IsAccepted(context.Request))
            await StreamedGzipAnswer.WriteAsync(context, head, page, Tail);
        else
            await PageAnswer.WriteAsync(context, head, page, Tail);

        // Whether there is a next page is known when this one has been read.
        JsonText Tail()
        {
            var (mark, hasMore) = (period.Newest.Mark, reader.MoveOn());
            var next = new SkipToken(mark, reader.Seat, reader.Line) { Since = period.Since, RowsBefore = period.Place.RowsBefore + leftOut + reader.Rows, Overlay = period.Newest.Tenant.Overlay.Fingerprint };
            var nextLink = request.HasTop || !hasMore ? null : NextLink.Of(Path, query, next);
            if (faults.NextLink is { } astray && !request.HasTop)
                nextLink = FaultyNextLink.Of(astray, context.Request, Path, mark, period.Newest.Tenant.Fleet.Ordinals);
            exchange.Facts = new PageFacts(mark, request.Skip, reader.Rows, request.Skip + reader.Rows + (hasMore ? 1 : 0), request.Size, request.HasTop, nextLink);
            var tail = new JsonText().Raw("]");
            return (nextLink is null ? tail : tail.Raw(",\"@odata.nextLink\":").String(baseUrl + nextLink)).Raw("}");
        }
    }

    /// <summary>What a page tells of: for the first one by the clock, for the others by their token, whatever <c>sinceTime</c> means by now.</summary>
    private static async Task<(Period? Period, Refusal? Refusal)> PeriodAsync(World world, PageRequest request, DateTimeOffset since, CancellationToken cancellation)
    {
        var snapshots = world.Snapshots;
        if (request.SkipToken is null)
        {
            var newest = snapshots.NewestMark;
            var (from, tooEarly) = SinceTime.MarkOf(since, newest);
            return tooEarly is null ? (new Period(await snapshots.GetAsync(newest, cancellation), from, new SkipToken(newest, 0, 0)), null) : (null, tooEarly);
        }

        var (token, refusal) = SkipToken.Decode(request.SkipToken, snapshots);
        if (refusal is not null)
            return (null, refusal);
        if (token.Since is not { } mark || mark.MarksBefore(token.Mark) is < 1 or > ChangedReleases.MostWindows)
            return (null, SkipToken.Wrong("the skip token is not one of the changes"));

        var snapshot = await snapshots.GetAsync(token.Mark, cancellation);
        return token.RefuseOtherRowsThan(snapshot) is { } changed ? (null, changed) : (new Period(snapshot, mark, token), null);
    }

    private ChangeReader? ReaderOf(Period period, PageRequest request, CancellationToken cancellation)
    {
        var reader = new ChangeReader(period.Newest, _sources.Of(period.Newest), period.Since, request.Size, options.Contract, cancellation);
        if (!reader.TryMoveTo(period.Place.File, period.Place.Line))
            return null;
        reader.Skip(request.Skip);
        return reader;
    }

    /// <summary>What a page tells of.</summary>
    /// <param name="Newest">The snapshot that changes lead to.</param>
    /// <param name="Since">The mark that they begin at.</param>
    /// <param name="Place">Where the page begins: a seat of the fleet stands for the file.</param>
    private sealed record Period(Snapshot Newest, SnapshotMark Since, SkipToken Place);
}

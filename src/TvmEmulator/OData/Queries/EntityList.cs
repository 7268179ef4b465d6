using Microsoft.OData.Edm;
using TvmEmulator.Pipeline;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Answers requests for rows of one shape: reads the query options, runs them over the rows, writes the list or the single entity. Make one for each
/// entity set (or function that returns a collection) when routes are built; it keeps nothing of a request.
/// </summary>
/// <param name="model">The service's model.</param>
/// <param name="shape">Columns and navigations of the rows.</param>
/// <param name="context">What follows <c>$metadata#</c> in a list's context: <c>Software</c>, <c>Collection(...)</c>.</param>
/// <param name="mostTop">The largest <c>$top</c> that the set's page allows, and the most rows of a page.</param>
/// <param name="mostSorted">How far into an order a page can reach.</param>
internal sealed class EntityList<TRow>(
    Lazy<IEdmModel> model,
    EntityShape<TRow> shape,
    string context,
    int mostTop = EntityList<TRow>.DefaultMostTop,
    int mostSorted = EntityQueryReader<TRow>.DefaultMostSorted)
{
    /// <summary>The largest <c>$top</c> of most sets (contract: get-software and others; of vulnerabilities it is 8,000).</summary>
    public const int DefaultMostTop = 10_000;

    private readonly EntityQueryReader<TRow> _reader = new(model, shape, mostTop, mostSorted);

    /// <summary>A list of rows that are in the service's own model.</summary>
    /// <param name="shape">Columns and navigations of the rows.</param>
    /// <param name="context">What follows <c>$metadata#</c> in a list's context: <c>Software</c>, <c>Collection(...)</c>.</param>
    /// <param name="mostTop">The largest <c>$top</c> that the set's page allows, and the most rows of a page.</param>
    /// <param name="mostSorted">How far into an order a page can reach.</param>
    public EntityList(EntityShape<TRow> shape, string context, int mostTop = DefaultMostTop, int mostSorted = EntityQueryReader<TRow>.DefaultMostSorted)
        : this(ServiceModel.Lazily, shape, context, mostTop, mostSorted)
    {
    }

    /// <summary>Answers with the rows that the request asks for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="baseUrl">What links begin with, without a slash at the end.</param>
    /// <param name="path">Path of the list in its canonical casing, for nextLinks.</param>
    /// <param name="rows">
    /// All rows of the set, in its own order. They may be made while they are read; without <c>$filter</c> and <c>$orderby</c>, a list is only read where
    /// the page is.
    /// </param>
    public async Task AnswerAsync(HttpContext http, string baseUrl, string path, IEnumerable<TRow> rows)
    {
        var parameters = QueryParameters.Parse(http.Request.QueryString);
        var (query, refusal) = _reader.ReadList(parameters, http.Exchange().World.Time.GetUtcNow());
        if (query is null)
        {
            await ErrorEnvelope.WriteAsync(http, refusal!);
            return;
        }

        EntityPage<TRow> page;
        try
        {
            // All rows of a stream are made to put some in order.
            page = rows is RowStream<TRow> && query.OrderBy.Count > 0
                ? await FleetPass.RunAsync(() => query.Run(rows, mostTop, http.RequestAborted), http.RequestAborted)
                : query.Run(rows, mostTop, http.RequestAborted);
        }
        catch (Exception wrong) when (wrong is ArithmeticException or ArgumentOutOfRangeException)
        {
            await ErrorEnvelope.WriteAsync(http, Refusal.WrongQuery($"The query cannot be evaluated: {wrong.Message}"));
            return;
        }

        foreach (var hint in new[] { query.Hint, page.Hint }.OfType<string>())
            Hint.Set(http, hint);
        ODataAnswer.Begin(http);
        using var answer = new AnswerStream(http);
        answer.Json.WriteStartObject();
        WriteContext(http, answer, baseUrl, context + SelectList(query));
        if (page.Count is { } count)
            answer.Json.WriteNumber("@odata.count", count);
        answer.Json.WritePropertyName("value");
        await query.Projection.WriteArrayAsync(answer, page.Rows);
        if (page.NextSkip is { } skip)
            answer.Json.WriteString("@odata.nextLink", baseUrl + SkipLink.Of(path, parameters, skip));
        answer.Json.WriteEndObject();
        await answer.SendRestAsync();
    }

    /// <summary>Answers with one entity, of which the request may select columns and expand navigations.</summary>
    /// <param name="http">The request.</param>
    /// <param name="baseUrl">What links begin with, without a slash at the end.</param>
    /// <param name="row">The entity.</param>
    /// <param name="ownContext">What follows <c>$metadata#</c>, where it is not the list's context with <c>/$entity</c>.</param>
    public async Task AnswerEntityAsync(HttpContext http, string baseUrl, TRow row, string? ownContext = null)
    {
        var (query, refusal) = _reader.ReadEntity(QueryParameters.Parse(http.Request.QueryString), http.Exchange().World.Time.GetUtcNow());
        if (query is null)
        {
            await ErrorEnvelope.WriteAsync(http, refusal!);
            return;
        }

        ODataAnswer.Begin(http);
        using var answer = new AnswerStream(http);
        answer.Json.WriteStartObject();
        WriteContext(http, answer, baseUrl, ownContext is null ? $"{context}{SelectList(query)}/$entity" : ownContext + SelectList(query));
        await query.Projection.WriteMembersAsync(answer, row);
        answer.Json.WriteEndObject();
        await answer.SendRestAsync();
    }

    private static string SelectList(EntityQuery<TRow> query) =>
        query.Projection.Context.Count == 0 ? "" : $"({string.Join(',', query.Projection.Context)})";

    private static void WriteContext(HttpContext http, AnswerStream answer, string baseUrl, string fragment)
    {
        if (AcceptedFormat.Of(http.Request).HasContext)
            answer.Json.WriteString("@odata.context", $"{baseUrl}/api/$metadata#{fragment}");
    }
}

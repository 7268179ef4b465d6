using System.Text.Json;
using Microsoft.OData.Edm;
using TvmEmulator.Api;
using TvmEmulator.Pipeline;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Answers requests for rows of one shape: reads the query options, runs them over the rows, writes the list or the single entity. Make one for each
/// entity set (or function that returns a collection) when routes are built; it keeps nothing of a request.
/// </summary>
/// <param name="model">The service's model.</param>
/// <param name="shape">Columns of the rows.</param>
/// <param name="context">What follows <c>$metadata#</c> in a list's context: <c>Software</c>, <c>Collection(...)</c>.</param>
/// <param name="mostTop">The largest <c>$top</c> that the set's page allows, and the most rows of a page.</param>
internal sealed class EntityList<TRow>(Lazy<IEdmModel> model, EntityShape<TRow> shape, string context, int mostTop = EntityList<TRow>.DefaultMostTop)
{
    /// <summary>The largest <c>$top</c> of most sets (contract: get-software and others; of vulnerabilities it is 8,000).</summary>
    public const int DefaultMostTop = 10_000;

    // Enough to keep the pipe busy, little enough to keep memory small.
    private const int FlushBytes = 64 * 1024;

    private readonly EntityQueryReader<TRow> _reader = new(model, shape, mostTop);

    /// <summary>Answers with the rows that the request asks for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="baseUrl">What links begin with, without a slash at the end.</param>
    /// <param name="path">Path of the list in its canonical casing, for nextLinks.</param>
    /// <param name="rows">All rows of the set, in its own order.</param>
    public async Task AnswerAsync(HttpContext http, string baseUrl, string path, IReadOnlyList<TRow> rows)
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
            page = query.Run(rows, mostTop, http.RequestAborted);
        }
        catch (Exception wrong) when (wrong is ArithmeticException or ArgumentOutOfRangeException)
        {
            await ErrorEnvelope.WriteAsync(http, Refusal.WrongQuery($"The query cannot be evaluated: {wrong.Message}"));
            return;
        }

        var nextLink = page.NextSkip is { } skip ? baseUrl + SkipLink.Of(path, parameters, skip) : null;
        await WriteListAsync(http, $"{baseUrl}/api/$metadata#{context}{query.SelectList}", query, page, nextLink);
    }

    /// <summary>Answers with one entity, of which the request may select columns.</summary>
    /// <param name="http">The request.</param>
    /// <param name="baseUrl">What links begin with, without a slash at the end.</param>
    /// <param name="row">The entity.</param>
    public async Task AnswerEntityAsync(HttpContext http, string baseUrl, TRow row)
    {
        var (query, refusal) = _reader.ReadEntity(QueryParameters.Parse(http.Request.QueryString));
        if (query is null)
        {
            await ErrorEnvelope.WriteAsync(http, refusal!);
            return;
        }

        ODataAnswer.Begin(http);
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, RowJson.Options);
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{baseUrl}/api/$metadata#{context}{query.SelectList}/$entity");
        RowJson.Members(json, query.Columns, row);
        json.WriteEndObject();
    }

    private static async Task WriteListAsync(HttpContext http, string contextUrl, EntityQuery<TRow> query, EntityPage<TRow> page, string? nextLink)
    {
        if (query.Hint is { } hint)
            Hint.Set(http, hint);
        ODataAnswer.Begin(http);
        var body = http.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(body, RowJson.Options);
        json.WriteStartObject();
        json.WriteString("@odata.context", contextUrl);
        if (page.Count is { } count)
            json.WriteNumber("@odata.count", count);
        json.WriteStartArray("value");
        var flushed = 0L;
        foreach (var row in page.Rows)
        {
            RowJson.Row(json, query.Columns, row);
            if (json.BytesCommitted + json.BytesPending - flushed < FlushBytes)
                continue;

            await json.FlushAsync(http.RequestAborted);
            flushed = json.BytesCommitted;
            if ((await body.FlushAsync(http.RequestAborted)).IsCompleted)
                return;
        }

        json.WriteEndArray();
        if (nextLink is not null)
            json.WriteString("@odata.nextLink", nextLink);
        json.WriteEndObject();
    }
}

using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Reads the query options of an entity set with Microsoft.OData.Core, which also words what is wrong with them, and binds them to the set's rows.
/// </summary>
/// <param name="model">The service's model; it is not touched before somebody sends an option.</param>
/// <param name="shape">Columns and navigations of the rows.</param>
/// <param name="mostTop">The largest <c>$top</c>.</param>
/// <param name="mostSorted">How far into an order a page can reach.</param>
internal sealed class EntityQueryReader<TRow>(
    Lazy<IEdmModel> model, EntityShape<TRow> shape, int mostTop, int mostSorted = EntityQueryReader<TRow>.DefaultMostSorted)
{
    /// <summary>How far into an order a page can reach when rows are small.</summary>
    public const int DefaultMostSorted = 1_000_000;

    /// <summary>The most characters of all values together: what binding and compiling a query costs grows with it.</summary>
    public const int MostCharacters = 8 * 1024;

    // The work of a query is the product of the lengths of the lists inside of each other.
    private const int MostExpansionDepth = 2;

    // Where there is nothing to expand, the option is not there either.
    private readonly string[] _ofEntity = shape.Navigations.Count > 0 ? ["$select", "$expand"] : ["$select"];
    private readonly ServiceResolver _resolver = new(shape);
    private readonly Lazy<IEdmType> _type = new(() => ShapeCheck.TypeOf(model.Value, shape));

    /// <summary>Reads the query of a list.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="now">What <c>now()</c> is.</param>
    public (EntityQuery<TRow>? Query, Refusal? Refusal) ReadList(QueryParameters query, DateTimeOffset now) => Read(query, ["$filter", "$orderby", "$top", "$skip", "$count", .. _ofEntity], now);

    /// <summary>Reads the query of a single entity: <c>$select</c> and <c>$expand</c> are all it can have.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="now">What <c>now()</c> is inside of <c>$expand</c>.</param>
    public (EntityQuery<TRow>? Query, Refusal? Refusal) ReadEntity(QueryParameters query, DateTimeOffset now) => Read(query, _ofEntity, now);

    private (EntityQuery<TRow>? Query, Refusal? Refusal) Read(QueryParameters query, string[] supported, DateTimeOffset now)
    {
        // A star asks for all there are, also where there are none.
        if (shape.Navigations.Count == 0 && query.Single("$expand").Value == "*")
            supported = [.. supported, "$expand"];
        // All answers are JSON anyway.
        if (query.Single("$format").Value is "json" or "application/json")
            supported = [.. supported, "$format"];
        if (query.RefuseOptionsExcept(supported) is { } unsupported)
            return (null, unsupported);
        if (query.All.Sum(parameter => parameter.Raw.Length) > MostCharacters)
            return (null, Refusal.BadRequest($"The query is longer than {MostCharacters} characters."));

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in supported)
        {
            var (value, refusal) = query.Single(name);
            if (refusal is not null)
                return (null, refusal);
            if (value is not null)
                options.Add(name, value);
        }

        if (options.Count == 0)
            return (new EntityQuery<TRow> { Projection = Projection<TRow>.Of(shape) }, null);

        if (options.TryGetValue("$expand", out var expand) && RepeatedInExpand.Find(expand) is { } repeated)
            return (null, Refusal.WrongQuery($"{repeated} is given more than once in $expand."));

        var (bound, wrong) = TryBind(options, now);
        return wrong is null ? (bound, null) : (null, Refusal.WrongQuery(wrong.Message, AdviceOn(wrong, options, now)));
    }

    private (EntityQuery<TRow>? Query, ODataException? Wrong) TryBind(IEnumerable<KeyValuePair<string, string>> given, DateTimeOffset now)
    {
        var options = new Dictionary<string, string>(given, StringComparer.Ordinal);
        var parser = ParserOf(options);
        try
        {
            return (Bind(parser, now, options.GetValueOrDefault("$filter")), null);
        }
        catch (ODataException wrong)
        {
            return (null, wrong.Message.StartsWith("An internal error", StringComparison.Ordinal) ? new ODataException("The query is not valid.") : wrong);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or NullReferenceException or InvalidCastException)
        {
            // The library has not foreseen everything that can be written: of null in ('a') it says that an argument is null.
            return (null, new ODataException("The query is not valid."));
        }
    }

    // Nobody says which option is wrong: it is the one that is as wrong alone.
    private string? AdviceOn(ODataException wrong, Dictionary<string, string> options, DateTimeOffset now) => options
        .Select(option => (option.Key, option.Value, TryBind([option], now).Wrong))
        .Where(alone => alone.Wrong?.Message == wrong.Message)
        .Select(alone => QueryAdvice.Of(alone.Key, alone.Value, alone.Wrong!, shape))
        .FirstOrDefault();

    private ODataQueryOptionParser ParserOf(Dictionary<string, string> options)
    {
        // The library has no notion that a part of the model is not emulated: to it, a star is all that the model has.
        if (options.TryGetValue("$expand", out var expand) && expand == "*")
            options["$expand"] = string.Join(',', shape.Navigations.Select(navigation => navigation.Name));

        // It parses options inside of $expand only for rows that are in a set (odata.net issue 1667), but does not ask which one it is.
        var set = _type.Value is IEdmEntityType entity ? new EdmEntitySet(model.Value.EntityContainer, entity.Name, entity) : null;
        return new ODataQueryOptionParser(model.Value, _type.Value, set, options)
        {
            Resolver = _resolver,
            Settings = { MaximumExpansionDepth = MostExpansionDepth },
        };
    }

    private EntityQuery<TRow> Bind(ODataQueryOptionParser parser, DateTimeOffset now, string? filterText) =>
        new EntityQueryBinder<TRow>(shape, now, mostTop, mostSorted).Bind(
            parser.ParseFilter(), parser.ParseOrderBy(), parser.ParseTop(), parser.ParseSkip(), parser.ParseCount(), parser.ParseSelectAndExpand(), filterText);
}

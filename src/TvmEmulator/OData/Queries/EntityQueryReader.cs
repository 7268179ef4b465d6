using System.Linq.Expressions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using TvmEmulator.Api;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Reads the query options of an entity set with Microsoft.OData.Core, which also words what is wrong with them, and binds them to the set's rows.
/// </summary>
/// <param name="model">The service's model; it is not touched before somebody sends an option.</param>
/// <param name="shape">Columns of the rows.</param>
/// <param name="mostTop">The largest <c>$top</c>.</param>
internal sealed class EntityQueryReader<TRow>(Lazy<IEdmModel> model, EntityShape<TRow> shape, int mostTop)
{
    /// <summary>The most characters of all values together: what binding and compiling a query costs grows with it.</summary>
    public const int MostCharacters = 8 * 1024;

    private static readonly string[] OfList = ["$filter", "$orderby", "$top", "$skip", "$count", "$select", "$expand"];
    private static readonly string[] OfEntity = ["$select", "$expand"];
    private static readonly ServiceResolver Resolver = new();

    private readonly Lazy<IEdmType> _type = new(() => TypeOf(model.Value, shape));

    /// <summary>Reads the query of a list.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="now">What <c>now()</c> is.</param>
    public (EntityQuery<TRow>? Query, Refusal? Refusal) ReadList(QueryParameters query, DateTimeOffset now) => Read(query, OfList, now);

    /// <summary>Reads the query of a single entity: <c>$select</c> is all it can have.</summary>
    public (EntityQuery<TRow>? Query, Refusal? Refusal) ReadEntity(QueryParameters query) => Read(query, OfEntity, DateTimeOffset.UnixEpoch);

    private (EntityQuery<TRow>? Query, Refusal? Refusal) Read(QueryParameters query, string[] supported, DateTimeOffset now)
    {
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
            return (new EntityQuery<TRow> { Columns = shape.Columns }, null);

        var parser = new ODataQueryOptionParser(model.Value, _type.Value, targetNavigationSource: null, options) { Resolver = Resolver };
        try
        {
            return (Bind(parser, now), null);
        }
        catch (ODataException wrong)
        {
            return (null, Refusal.WrongQuery(wrong.Message));
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or NullReferenceException or InvalidCastException)
        {
            // The library has not foreseen everything that can be written: of null in ('a') it says that an argument is null.
            return (null, Refusal.WrongQuery("The query is not valid."));
        }
    }

    private EntityQuery<TRow> Bind(ODataQueryOptionParser parser, DateTimeOffset now)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var (filter, hint) = BindFilter(parser.ParseFilter(), row, now);
        var (columns, selectList) = BindSelect(parser.ParseSelectAndExpand());
        return new EntityQuery<TRow>
        {
            Filter = filter,
            OrderBy = BindOrderBy(parser.ParseOrderBy(), row, now),
            Top = WholeNumber("$top", parser.ParseTop(), mostTop),
            Skip = WholeNumber("$skip", parser.ParseSkip(), int.MaxValue - mostTop) ?? 0,
            Count = parser.ParseCount() ?? false,
            Columns = columns,
            SelectList = selectList,
            Hint = hint,
        };
    }

    private (Expression<Func<TRow, bool>>? Filter, string? Hint) BindFilter(FilterClause? clause, ParameterExpression row, DateTimeOffset now)
    {
        if (clause is null)
            return (null, null);

        var binder = new ExpressionBinder(shape, now);
        var condition = binder.Bind(clause.Expression, clause.RangeVariable, row);
        if (condition.Type != typeof(bool?))
            throw new ODataException("The $filter expression must evaluate to a single boolean value.");

        var isTrue = Expression.Lambda<Func<TRow, bool>>(Expression.Equal(condition, Expression.Constant(true, typeof(bool?))), row);
        var undocumented = binder.Used.Where(name => !shape.DocumentsFilterOn(name)).ToList();
        return (isTrue, undocumented.Count == 0 ? null : $"the service's documents list no $filter on {string.Join(", ", undocumented)}");
    }

    private List<SortKey<TRow>> BindOrderBy(OrderByClause? first, ParameterExpression row, DateTimeOffset now)
    {
        var keys = new List<SortKey<TRow>>();
        for (var clause = first; clause is not null; clause = clause.ThenBy)
        {
            var value = new ExpressionBinder(shape, now).Bind(clause.Expression, clause.RangeVariable, row);
            keys.Add(SortKey<TRow>.Of(value, row, clause.Direction == OrderByDirection.Descending));
        }

        return keys;
    }

    private (IReadOnlyList<RowColumn<TRow>> Columns, string SelectList) BindSelect(SelectExpandClause? clause)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in clause?.SelectedItems ?? [])
        {
            if (item is WildcardSelectItem)
                return (shape.Columns, "(*)");
            if (item is not PathSelectItem { SelectedPath: { Count: 1, FirstSegment: PropertySegment { Property: var property } }, HasOptions: false })
                throw new ODataException("$select is supported here only with names of properties, and $expand not at all.");
            if (shape.Columns.All(column => column.Name != property.Name))
                throw new ODataException($"Could not find a property named '{property.Name}' on type '{property.DeclaringType.FullTypeName()}'.");
            names.Add(property.Name);
        }

        return names.Count == 0
            ? (shape.Columns, "")
            : ([.. shape.Columns.Where(column => names.Contains(column.Name))], $"({string.Join(',', names)})");
    }

    private static int? WholeNumber(string option, long? value, int most) => value <= most || value is null
        ? (int?)value
        : throw new ODataException($"Invalid value '{value}' for {option} query option found. The largest value of {option} is {most} here.");

    // A column of another type than its property is a mistake in the shape, and would only be seen when somebody filters by it.
    private static IEdmStructuredType TypeOf(IEdmModel model, EntityShape<TRow> shape)
    {
        var type = model.FindDeclaredType($"{ODataAnswer.Namespace}.{shape.TypeName}") as IEdmStructuredType
            ?? throw new InvalidOperationException($"The model has no type {shape.TypeName}.");
        foreach (var column in shape.Columns)
        {
            if (type.FindProperty(column.Name) is { } property && !EdmValues.Fits(column, property.Type))
                throw new InvalidOperationException($"Column {column.Name} of {shape.TypeName} is {column.ValueType}, its property {property.Type.FullName()}.");
        }

        return type;
    }
}

using System.Linq.Expressions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>Makes a query over rows from what Microsoft.OData.Core has parsed. What cannot be had is refused with an <see cref="ODataException"/>.</summary>
/// <param name="shape">Columns and navigations of the rows.</param>
/// <param name="now">What <c>now()</c> is.</param>
/// <param name="mostTop">The largest <c>$top</c>.</param>
/// <param name="mostSorted">How far into an order a page can reach: so many rows may have to be held to find it, whatever number of rows there is.</param>
/// <param name="isNested">Whether the query is about an expanded navigation.</param>
internal sealed class EntityQueryBinder<TRow>(
    EntityShape<TRow> shape, DateTimeOffset now, int mostTop, int mostSorted = EntityQueryReader<TRow>.DefaultMostSorted, bool isNested = false)
{
    // Rows inside of others are read when the answer is on its way, too late to say that a number is too large.
    private readonly bool _allowsArithmetic = !isNested;

    private readonly ParameterExpression _row = Expression.Parameter(typeof(TRow), "row");

    /// <summary>Binds the options of a query.</summary>
    public EntityQuery<TRow> Bind(
        FilterClause? filter, OrderByClause? orderBy, long? top, long? skip, bool? count, SelectExpandClause? projection, string? filterText = null)
    {
        var (matches, isTimeless, hint) = BindFilter(filter);
        var mostSkip = (orderBy is null ? int.MaxValue : mostSorted) - mostTop;
        return new EntityQuery<TRow>
        {
            Filter = matches,
            Required = filter is null ? EntityQuery<TRow>.NothingRequired : RequiredTexts.Of(filter),
            FilterText = isTimeless ? filterText : null,
            OrderBy = BindOrderBy(orderBy),
            Top = WholeNumber("$top", top, mostTop),
            Skip = WholeNumber("$skip", skip, mostSkip, orderBy is null ? "" : " beside $orderby: fewer rows can be had by $filter, more without an order") ?? 0,
            MostSkip = mostSkip,
            Count = count ?? false,
            Projection = BindProjection(projection),
            IsNested = isNested,
            Hint = hint,
        };
    }

    private (Expression<Func<TRow, bool>>? Filter, bool IsTimeless, string? Hint) BindFilter(FilterClause? clause)
    {
        if (clause is null)
            return (null, true, null);

        var binder = new ExpressionBinder(shape, now, _allowsArithmetic);
        var condition = binder.Bind(clause.Expression, clause.RangeVariable, _row);
        if (condition.Type != typeof(bool?))
            throw new ODataException("The $filter expression must evaluate to a single boolean value.");

        var isTrue = Expression.Lambda<Func<TRow, bool>>(Expression.Equal(condition, Expression.Constant(true, typeof(bool?))), _row);
        var undocumented = binder.Used.Where(name => !shape.DocumentsFilterOn(name)).ToList();
        return (isTrue, !binder.AsksTheTime, undocumented.Count == 0 ? null : $"the service's documents list no $filter on {string.Join(", ", undocumented)}");
    }

    private List<SortKey<TRow>> BindOrderBy(OrderByClause? first)
    {
        var keys = new List<SortKey<TRow>>();
        for (var clause = first; clause is not null; clause = clause.ThenBy)
        {
            var value = new ExpressionBinder(shape, now, _allowsArithmetic).Bind(clause.Expression, clause.RangeVariable, _row);
            keys.Add(SortKey<TRow>.Of(value, _row, clause.Direction == OrderByDirection.Descending));
        }

        return keys;
    }

    private Projection<TRow> BindProjection(SelectExpandClause? clause)
    {
        var items = clause?.SelectedItems.ToLookup(item => item is ExpandedNavigationSelectItem);
        if (items is null)
            return Projection<TRow>.Of(shape);

        var expanded = items[true].Cast<ExpandedNavigationSelectItem>().ToDictionary(NavigationOf, StringComparer.Ordinal);
        var selected = items[false].Select(item => Selected(item, expanded.ContainsKey)).ToList();
        var columns = selected switch
        {
            [] => shape.Shown,
            _ when selected.Contains("*", StringComparer.Ordinal) => shape.Columns,
            _ => [.. shape.Columns.Where(column => selected.Contains(column.Name, StringComparer.Ordinal))],
        };
        var expansions = expanded.Select(pair => Navigation(pair.Key).Expand(pair.Value, now, mostTop)).ToList();
        return new Projection<TRow>(columns, expansions, [.. selected, .. expansions.Select(expansion => expansion.Context)]);
    }

    private string Selected(SelectItem item, Func<string, bool> isExpanded)
    {
        switch (item)
        {
            case WildcardSelectItem:
                return "*";
            case PathSelectItem { SelectedPath: { Count: 1, FirstSegment: PropertySegment { Property: var property } }, HasOptions: false }:
                return shape.Columns.FirstOrDefault(column => column.Property == property.Name)?.Name
                    ?? throw new ODataException($"Could not find a property named '{property.Name}' on type '{property.DeclaringType.FullTypeName()}'.");
            case PathSelectItem { SelectedPath: { Count: 1, FirstSegment: NavigationPropertySegment { Identifier: var name } } }:
                return isExpanded(name) ? name : throw new ODataException($"The navigation '{name}' has to be in $expand as well.");
            default:
                throw new ODataException("$select and $expand are supported here only with names of properties and navigations.");
        }
    }

    private static string NavigationOf(ExpandedNavigationSelectItem item) =>
        item.PathToNavigationProperty is { Count: 1, FirstSegment: NavigationPropertySegment { Identifier: var name } }
            ? name
            : throw new ODataException("$select and $expand are supported here only with names of properties and navigations.");

    private RowNavigation<TRow> Navigation(string name) =>
        shape.Navigations.FirstOrDefault(navigation => navigation.Name == name)
        ?? throw new ODataException($"The navigation '{name}' of type '{ODataAnswer.Namespace}.{shape.TypeName}' is not emulated.");

    private static int? WholeNumber(string option, long? value, int most, string reason = "") => value <= most || value is null
        ? (int?)value
        : throw new ODataException($"Invalid value '{value}' for {option} query option found. The largest value of {option} is {most} here{reason}.");
}

using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>A navigation of an <see cref="EntityShape{TRow}"/>: it leads to other rows, which are written only where <c>$expand</c> asks for them.</summary>
internal abstract class RowNavigation<TRow>(string name, IRowShape inner, bool isCollection) : IRowNavigation
{
    public string Name => name;

    public IRowShape Inner => inner;

    public bool IsCollection => isCollection;

    /// <summary>The navigation as a query asks for it.</summary>
    /// <param name="item">What was parsed.</param>
    /// <param name="now">What <c>now()</c> is.</param>
    /// <param name="mostTop">The largest <c>$top</c>.</param>
    public abstract Expansion<TRow> Expand(ExpandedNavigationSelectItem item, DateTimeOffset now, int mostTop);
}

/// <summary>A navigation to rows of one type.</summary>
/// <param name="name">Name of the EDM property.</param>
/// <param name="shape">Shape of the rows that it leads to.</param>
/// <param name="rows">The rows that belong to a row.</param>
/// <param name="isCollection">Whether there can be any number of them.</param>
internal sealed class RowNavigation<TRow, TInner>(string name, EntityShape<TInner> shape, Func<TRow, IReadOnlyList<TInner>> rows, bool isCollection)
    : RowNavigation<TRow>(name, shape, isCollection)
{
    public override Expansion<TRow> Expand(ExpandedNavigationSelectItem item, DateTimeOffset now, int mostTop)
    {
        if (UnsupportedOption(item) is { } unsupported)
            throw new ODataException($"The option {unsupported} is not supported in $expand of '{Name}'.");

        var query = new EntityQueryBinder<TInner>(shape, now, mostTop, isNested: true)
            .Bind(item.FilterOption, item.OrderByOption, item.TopOption, item.SkipOption, item.CountOption, item.SelectAndExpand);
        return new Expansion<TRow, TInner>(this, rows, query);
    }

    private string? UnsupportedOption(ExpandedNavigationSelectItem item) => item switch
    {
        { LevelsOption: not null } => "$levels",
        { SearchOption: not null } => "$search",
        { ComputeOption: not null } => "$compute",
        { ApplyOption: not null } => "$apply",
        _ when IsCollection => null,
        { FilterOption: not null } => "$filter",
        { OrderByOption: not null } => "$orderby",
        { TopOption: not null } => "$top",
        { SkipOption: not null } => "$skip",
        { CountOption: not null } => "$count",
        _ => null,
    };
}

using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Finds the columns that a filter compares with a text, in a way that no row with another text can match: <c>column eq 'text'</c>, alone or joined to the rest
/// by <c>and</c>. Rows that are made one by one need not be made when such a text says that they will not be found.
/// </summary>
internal static class RequiredTexts
{
    /// <summary>The texts by the names of the columns' properties. If a filter requires two of one column, one of them is here.</summary>
    public static IReadOnlyDictionary<string, string> Of(FilterClause filter)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(filter.Expression, filter.RangeVariable, found);
        return found;
    }

    private static void Collect(QueryNode node, RangeVariable row, Dictionary<string, string> found)
    {
        switch (Plain(node))
        {
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both:
                Collect(both.Left, row, found);
                Collect(both.Right, row, found);
                break;
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Equal } equal:
                Add(Plain(equal.Left), Plain(equal.Right), row, found);
                Add(Plain(equal.Right), Plain(equal.Left), row, found);
                break;
        }
    }

    private static void Add(QueryNode left, QueryNode right, RangeVariable row, Dictionary<string, string> found)
    {
        if (left is SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode { RangeVariable: var owner }, Property.Name: var name }
            && owner == row && right is ConstantNode { Value: string text })
            found.TryAdd(name, text);
    }

    private static QueryNode Plain(QueryNode node) => node is ConvertNode convert ? Plain(convert.Source) : node;
}

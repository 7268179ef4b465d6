using System.Linq.Expressions;

namespace TvmEmulator.OData.Queries;

/// <summary>One part of <c>$orderby</c>. Null comes first, texts are compared by code units, and rows with equal keys keep their order.</summary>
internal abstract class SortKey<TRow>
{
    /// <summary>A key from an expression over a row.</summary>
    public static SortKey<TRow> Of(Expression value, ParameterExpression row, bool isDescending)
    {
        if (value.Type == typeof(string))
            return new SortKey<TRow, string?>(Expression.Lambda<Func<TRow, string?>>(value, row), StringComparer.Ordinal, isDescending);
        if (value.Type == typeof(long?))
            return new SortKey<TRow, long?>(Expression.Lambda<Func<TRow, long?>>(value, row), Comparer<long?>.Default, isDescending);
        if (value.Type == typeof(double?))
            return new SortKey<TRow, double?>(Expression.Lambda<Func<TRow, double?>>(value, row), Comparer<double?>.Default, isDescending);
        if (value.Type == typeof(DateTimeOffset?))
            return new SortKey<TRow, DateTimeOffset?>(
                Expression.Lambda<Func<TRow, DateTimeOffset?>>(value, row), Comparer<DateTimeOffset?>.Default, isDescending);

        // What is left is rare: flags, GUIDs, durations, days.
        var boxed = Expression.Lambda<Func<TRow, object?>>(Expression.Convert(value, typeof(object)), row);
        return new SortKey<TRow, object?>(boxed, Comparer<object?>.Default, isDescending);
    }

    /// <summary>Sorts rows; rows that are sorted already only where their keys so far are equal.</summary>
    public abstract IOrderedEnumerable<TRow> Sort(IEnumerable<TRow> rows, bool preferInterpretation);
}

/// <summary>A key of one type.</summary>
internal sealed class SortKey<TRow, TKey>(Expression<Func<TRow, TKey>> key, IComparer<TKey> comparer, bool isDescending) : SortKey<TRow>
{
    private Func<TRow, TKey>? _read;

    public override IOrderedEnumerable<TRow> Sort(IEnumerable<TRow> rows, bool preferInterpretation)
    {
        var read = _read ??= key.Compile(preferInterpretation);
        return rows is IOrderedEnumerable<TRow> sorted
            ? sorted.CreateOrderedEnumerable(read, comparer, isDescending)
            : isDescending ? rows.OrderByDescending(read, comparer) : rows.OrderBy(read, comparer);
    }
}

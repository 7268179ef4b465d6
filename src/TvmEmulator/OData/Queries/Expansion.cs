namespace TvmEmulator.OData.Queries;

/// <summary>A navigation that a query expands, and the part of the query that is about it.</summary>
internal abstract class Expansion<TRow>
{
    /// <summary>Its part of the context: <c>software(id,name)</c>, <c>software()</c>.</summary>
    public abstract string Context { get; }

    /// <summary>Writes name and value of a row.</summary>
    public abstract ValueTask WriteAsync(AnswerStream answer, TRow row);
}

/// <summary>An expanded navigation to rows of one type.</summary>
/// <param name="navigation">The navigation.</param>
/// <param name="rows">The rows that belong to a row.</param>
/// <param name="query">Which of them, and what of them.</param>
internal sealed class Expansion<TRow, TInner>(IRowNavigation navigation, Func<TRow, IReadOnlyList<TInner>> rows, EntityQuery<TInner> query)
    : Expansion<TRow>
{
    public override string Context => $"{navigation.Name}({string.Join(',', query.Projection.Context)})";

    public override async ValueTask WriteAsync(AnswerStream answer, TRow row)
    {
        // There is no nextLink inside of a row: all rows that belong to it are here.
        var page = query.Run(rows(row), pageSize: int.MaxValue, answer.Cancelled);
        if (page.Count is { } count)
            answer.Json.WriteNumber($"{navigation.Name}@odata.count", count);
        answer.Json.WritePropertyName(navigation.Name);
        if (navigation.IsCollection)
            await query.Projection.WriteArrayAsync(answer, page.Rows);
        else if (page.Rows is [var only])
            await query.Projection.WriteAsync(answer, only);
        else
            answer.Json.WriteNullValue();
    }
}

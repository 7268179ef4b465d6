using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace TvmEmulator.OData.Queries;

/// <summary>What a request asks of an entity set, ready to be run. It serves one request.</summary>
internal sealed class EntityQuery<TRow>
{
    // Up to here, interpreting an expression costs less than compiling it (measured: they meet near 2,000 rows).
    private const int FewRows = 1_000;

    private Func<TRow, bool>? _matches;

    /// <summary>No column must have a certain text.</summary>
    public static IReadOnlyDictionary<string, string> NothingRequired { get; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Which rows; all when null.</summary>
    public Expression<Func<TRow, bool>>? Filter { get; init; }

    /// <summary>Texts that columns of all rows of <see cref="Filter"/> have, by name.</summary>
    public IReadOnlyDictionary<string, string> Required { get; init; } = NothingRequired;

    /// <summary>The filter as it was written; null when what it finds depends on the time.</summary>
    public string? FilterText { get; init; }

    /// <summary>In what order; as they come when empty.</summary>
    public IReadOnlyList<SortKey<TRow>> OrderBy { get; init; } = [];

    /// <summary>The most rows of the answer; when it is given, no nextLink follows (contract: issue 8489).</summary>
    public int? Top { get; init; }

    /// <summary>Rows to leave out.</summary>
    public int Skip { get; init; }

    /// <summary>The largest <see cref="Skip"/>: no nextLink leads to a page that would be refused.</summary>
    public int MostSkip { get; init; } = int.MaxValue;

    /// <summary>Whether to count all rows that match.</summary>
    public bool Count { get; init; }

    /// <summary>What of a row the answer shows.</summary>
    public required Projection<TRow> Projection { get; init; }

    /// <summary>Whether it is about an expanded navigation, and so is run again for each row of another query.</summary>
    public bool IsNested { get; init; }

    /// <summary>What to tell the caller beside the answer.</summary>
    public string? Hint { get; init; }

    private string EndOfOrder =>
        $"the order ends here though rows are left: the largest $skip beside $orderby is {MostSkip}; fewer rows can be had by $filter, more without an order";

    /// <summary>
    /// Finds the rows. Reads no further than it must, and holds little more than what it finds: rows may be made while they are read.
    /// </summary>
    /// <param name="rows">All rows of the set, in its own order.</param>
    /// <param name="pageSize">The most rows when no number is asked for.</param>
    /// <param name="cancelled">Stops the search.</param>
    /// <exception cref="ArithmeticException">The query divides by zero, or a number becomes too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The query moves a time out of the calendar.</exception>
    public EntityPage<TRow> Run(IEnumerable<TRow> rows, int pageSize, CancellationToken cancelled)
    {
        // A row more than the page holds tells that another page follows.
        var most = Top ?? pageSize + 1L;
        var (found, count) = rows switch
        {
            _ when Filter is null && OrderBy.Count == 0 => Slice(rows, most, cancelled),
            RowStream<TRow> stream when OrderBy.Count == 0 => Continue(stream, pageSize, most, cancelled),
            RowStream<TRow> stream => Search(stream.From(0, Required, cancelled).Select(numbered => numbered.Row), most, cancelled),
            _ => Search(rows, most, cancelled),
        };
        if (Top is not null || found.Count <= pageSize)
            return new EntityPage<TRow>(found, Count ? count : null, NextSkip: null);

        found.RemoveAt(pageSize);
        var next = Skip + pageSize;
        return next <= MostSkip
            ? new EntityPage<TRow>(found, Count ? count : null, next)
            : new EntityPage<TRow>(found, Count ? count : null, NextSkip: null, EndOfOrder);
    }

    /// <summary>The rows of the page as they come; where they can be made from any place on, no others are made.</summary>
    private (List<TRow> Found, long Count) Slice(IEnumerable<TRow> rows, long most, CancellationToken cancelled)
    {
        var page = (int)Math.Min(most, int.MaxValue);
        return rows switch
        {
            IReadOnlyList<TRow> list => ([.. Enumerable.Range(Skip, Math.Clamp(list.Count - Skip, 0, page)).Select(i => list[i])], list.Count),
            RowStream<TRow> stream => ([.. stream.From(Skip, NothingRequired, cancelled).Take(page).Select(numbered => numbered.Row)], stream.Count),
            _ => Search(rows, most, cancelled),
        };
    }

    /// <summary>The rows of the page among those of a stream; where the page before it ended, if somebody remembers, the search goes on.</summary>
    private (List<TRow> Found, long Count) Continue(RowStream<TRow> stream, int pageSize, long most, CancellationToken cancelled)
    {
        var matches = _matches ??= Filter!.Compile();
        var cursor = stream.Cursors.Find(FilterText, Skip);
        var (count, total) = (cursor is null ? 0L : Skip, cursor?.Count);
        var found = new List<TRow>();
        var isBroken = false;
        int? end = null;
        foreach (var (number, row) in stream.From(cursor?.Row ?? 0, Required, cancelled))
        {
            cancelled.ThrowIfCancellationRequested();
            if (!matches(row))
                continue;

            count++;
            if (count > Skip && found.Count < most)
                found.Add(row);
            if (end is null && found.Count > 0 && found.Count == (Top ?? pageSize))
                end = number + 1;
            isBroken = found.Count == most && (!Count || total is not null);
            if (isBroken)
                break;
        }

        total ??= isBroken ? null : count;
        if (end is { } next)
            stream.Cursors.Keep(FilterText, Skip + (Top ?? pageSize), new PageCursor(next, total));
        return (found, total ?? count);
    }

    private (List<TRow> Found, long Count) Search(IEnumerable<TRow> rows, long most, CancellationToken cancelled)
    {
        var areFew = !IsNested && rows is IReadOnlyList<TRow> { Count: <= FewRows };
        var matches = _matches ??= Filter?.Compile(areFew);
        var best = OrderBy.Count == 0 ? null : new BestRows<TRow>(OrderBy, Skip + most, areFew);
        var found = new List<TRow>();
        var count = 0L;
        foreach (var row in rows)
        {
            cancelled.ThrowIfCancellationRequested();
            if (matches?.Invoke(row) is false)
                continue;

            count++;
            if (best is not null)
                best.Add(row);
            else if (count > Skip && found.Count < most)
                found.Add(row);
            if (best is null && !Count && found.Count == most)
                break;
        }

        return (best is null ? found : [.. best.Sorted().Skip(Skip).Take((int)Math.Min(most, int.MaxValue))], count);
    }
}

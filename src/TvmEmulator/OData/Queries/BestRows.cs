namespace TvmEmulator.OData.Queries;

/// <summary>The first rows of an order, found in any number of rows that come in any order. It holds little more than what it is asked for.</summary>
/// <param name="orderBy">The order.</param>
/// <param name="most">How many rows.</param>
/// <param name="preferInterpretation">Whether there are so few rows that compiling the order costs more than it saves.</param>
/// <param name="spare">Rows to hold beyond twice as many before the worst are dropped.</param>
internal sealed class BestRows<TRow>(IReadOnlyList<SortKey<TRow>> orderBy, long most, bool preferInterpretation, int spare = 64 * 1024)
{
    private readonly int _limit = (int)Math.Min(2 * most + spare, int.MaxValue);
    private List<TRow> _rows = [];

    /// <summary>Number of rows that are held.</summary>
    public int Held => _rows.Count;

    /// <summary>Takes a row.</summary>
    public void Add(TRow row)
    {
        // Rows with equal keys stay in the order in which they came, because those that are held stand before all later ones.
        if (_rows.Count == _limit)
            _rows = [.. Sorted().Take((int)most)];
        _rows.Add(row);
    }

    /// <summary>The rows in their order; no more than were asked for count.</summary>
    public IEnumerable<TRow> Sorted() =>
        orderBy.Aggregate<SortKey<TRow>, IEnumerable<TRow>>(_rows, (sorted, key) => key.Sort(sorted, preferInterpretation));
}

using System.Collections;

namespace TvmEmulator.OData.Queries;

/// <summary>Rows that are too many to be held: they are made one after the other, from any place on.</summary>
/// <param name="count">How many there are.</param>
/// <param name="from">Makes the rows from a place on; none when it is behind the last.</param>
internal sealed class RowStream<TRow>(int count, Func<int, IEnumerable<TRow>> from) : IEnumerable<TRow>
{
    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>The rows from a place on; none when it is behind the last.</summary>
    public IEnumerable<TRow> From(int place) => from(place);

    public IEnumerator<TRow> GetEnumerator() => from(0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

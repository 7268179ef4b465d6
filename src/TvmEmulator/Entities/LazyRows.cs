using System.Collections;

namespace TvmEmulator.Entities;

/// <summary>Rows that are made when somebody looks at them, and kept by nobody.</summary>
/// <param name="count">How many there are.</param>
/// <param name="row">Makes the row at a place.</param>
internal sealed class LazyRows<TRow>(int count, Func<int, TRow> row) : IReadOnlyList<TRow>
{
    public int Count => count;

    public TRow this[int index] => row(index);

    public IEnumerator<TRow> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return row(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

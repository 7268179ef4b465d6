using System.Collections;

namespace TvmEmulator.OData.Queries;

/// <summary>Rows that are too many to be held: they are made one after the other, from any of them on.</summary>
/// <param name="cursors">Where the pages of filters begin.</param>
internal abstract class RowStream<TRow>(PageCursors cursors) : IEnumerable<TRow>
{
    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>Where the pages of filters begin.</summary>
    public PageCursors Cursors => cursors;

    /// <summary>The rows from one on; none when it is behind the last.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="required">Texts that columns must have, by name. Rows with others may be left out: who asks looks at what is there anyway.</param>
    /// <param name="cancellation">Ends it when nobody waits any more.</param>
    public abstract IEnumerable<NumberedRow<TRow>> From(int row, IReadOnlyDictionary<string, string> required, CancellationToken cancellation);

    public IEnumerator<TRow> GetEnumerator() =>
        From(0, EntityQuery<TRow>.NothingRequired, CancellationToken.None).Select(numbered => numbered.Row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

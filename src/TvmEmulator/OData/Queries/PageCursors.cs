namespace TvmEmulator.OData.Queries;

/// <summary>
/// Where the pages of filters begin in a stream, so that following nextLinks reads the stream once, and not from its beginning for every page. The oldest are
/// forgotten; such a page is found by reading again. For use from many threads.
/// </summary>
internal sealed class PageCursors
{
    // A filter is at most 16 KiB, so that is 4 MiB at worst.
    private const int Most = 256;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(string Filter, int Skip), PageCursor> _cursors = [];

    /// <summary>Where a page begins; null when nobody knows any more.</summary>
    /// <param name="filter">The filter as it was written; null when what it finds is not always the same.</param>
    /// <param name="skip">How many rows that match come before the page.</param>
    public PageCursor? Find(string? filter, int skip)
    {
        lock (_gate)
            return filter is not null && _cursors.TryGetValue((filter, skip), out var cursor) ? cursor : null;
    }

    /// <summary>Remembers where a page begins.</summary>
    public void Keep(string? filter, int skip, PageCursor cursor)
    {
        if (filter is null)
            return;

        lock (_gate)
        {
            _cursors.Remove((filter, skip));
            if (_cursors.Count == Most)
                _cursors.RemoveAt(0);
            _cursors.Add((filter, skip), cursor);
        }
    }
}

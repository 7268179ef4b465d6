namespace TvmEmulator.Redaction;

/// <summary>
/// The columns of files that no assessment has. What stands in them cannot be known, so that only what is a name in any text is replaced there, and a user
/// should look at the rest.
/// </summary>
internal sealed class UnknownColumns
{
    /// <summary>The most that are told.</summary>
    public const int Most = 20;

    private const int MostNameCharacters = 60;

    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private bool _areMore;

    /// <summary>One line for each, and one when there are more.</summary>
    public IEnumerable<string> Notes =>
    [
        .. _files.Select(column => $"column {column.Key}, first in {column.Value}, is not known: addresses and names that stand nowhere else were copied unchanged"),
        .. _areMore ? [$"more than {Most} columns are not known"] : Array.Empty<string>(),
    ];

    /// <summary>Takes in a column of a file.</summary>
    public void Add(string column, string file)
    {
        var name = column.Length <= MostNameCharacters ? column : column[..MostNameCharacters] + "...";
        if (_files.Count < Most)
            _files.TryAdd(name, file);
        else
            _areMore |= !_files.ContainsKey(name);
    }
}

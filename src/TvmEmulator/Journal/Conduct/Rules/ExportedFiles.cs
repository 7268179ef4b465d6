namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>The files of the exports that were handed out last, with their places.</summary>
internal sealed class ExportedFiles
{
    // An export of a million devices has more than a thousand names; snapshots and kinds of data are few.
    private const int MostExports = 16;

    private readonly BoundedMap<string, Dictionary<string, int>> _exports = new(MostExports);

    /// <summary>Remembers an export.</summary>
    public void Add(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            _exports.GetOrAdd(names[0], () => names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal));
    }

    /// <summary>The export that a file belongs to, by the name of its first file, and the file's place there.</summary>
    public (string Export, int Index)? Find(string name)
    {
        foreach (var (export, places) in _exports.Entries)
        {
            if (places.TryGetValue(name, out var index))
                return (export, index);
        }

        return null;
    }
}

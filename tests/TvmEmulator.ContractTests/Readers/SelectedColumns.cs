namespace TvmEmulator.ContractTests.Readers;

/// <summary>
/// What the list at the end of a context says: <c>Machines(id,software(name))</c> has rows with an id alone, and in them software with a name alone.
/// </summary>
internal sealed class SelectedColumns
{
    /// <summary>All columns: there is no list.</summary>
    public static SelectedColumns All { get; } = new([]);

    private readonly Dictionary<string, SelectedColumns> _expanded;
    private readonly HashSet<string> _names;

    private SelectedColumns(IReadOnlyList<string> items)
    {
        var expansions = items.Where(item => item.EndsWith(')')).Select(item => item.Split('(', 2));
        _expanded = expansions.ToDictionary(item => item[0], item => new SelectedColumns(ItemsOf(item[1][..^1])), StringComparer.Ordinal);
        _names = items.Where(item => !item.EndsWith(')')).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Reads a context.</summary>
    public static SelectedColumns Of(string context)
    {
        var what = context[(context.IndexOf('#', StringComparison.Ordinal) + 1)..].Replace("/$entity", "", StringComparison.Ordinal);
        if (what.StartsWith("Collection(", StringComparison.Ordinal))
            what = what[(what.IndexOf(')', StringComparison.Ordinal) + 1)..];
        return what.IndexOf('(', StringComparison.Ordinal) is >= 0 and var start ? new(ItemsOf(what[(start + 1)..^1])) : All;
    }

    /// <summary>Whether rows have a column.</summary>
    public bool Has(string name) => _names.Count == 0 || _names.Contains("*") || _names.Contains(name);

    /// <summary>What rows have that are expanded.</summary>
    public SelectedColumns In(string navigation) => _expanded.GetValueOrDefault(navigation, All);

    /// <summary>What stands between commas that are in no parentheses.</summary>
    private static List<string> ItemsOf(string list)
    {
        var items = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            depth += i == list.Length ? 0 : list[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (i < list.Length && (list[i] != ',' || depth > 0))
                continue;

            if (i > start)
                items.Add(list[start..i]);
            start = i + 1;
        }

        return items;
    }
}

namespace TvmEmulator;

/// <summary>How many characters must be added, dropped or replaced to make one text of another; letter case does not count.</summary>
internal static class EditDistance
{
    /// <summary>Longer texts are compared by their beginning only, so that nobody can make this slow.</summary>
    private const int MostCharacters = 128;

    /// <summary>The candidate that is nearest to a text; null when there is none.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Between(text, candidate));

    /// <summary>The distance of two texts (Levenshtein).</summary>
    public static int Between(string a, string b)
    {
        var x = a.AsSpan(0, Math.Min(a.Length, MostCharacters));
        var y = b.AsSpan(0, Math.Min(b.Length, MostCharacters));
        var row = new int[y.Length + 1];
        for (var j = 0; j <= y.Length; j++)
            row[j] = j;

        for (var i = 1; i <= x.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var same = char.ToLowerInvariant(x[i - 1]) == char.ToLowerInvariant(y[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[y.Length];
    }
}

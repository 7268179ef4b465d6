namespace TvmEmulator;

/// <summary>How many characters must be added, dropped or replaced to make one text of another; letter case does not count.</summary>
internal static class EditDistance
{
    /// <summary>Longer texts are compared by their beginning only, so that nobody can make this slow.</summary>
    private const int MostCharacters = 128;

    /// <summary>The candidate that a text was probably meant to be; null when none is within a third of its length.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates) =>
        candidates.Select(candidate => (Text: candidate, Distance: Between(text, candidate)))
            .Where(candidate => candidate.Distance <= Math.Max(2, text.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault().Text;

    /// <summary>What to say of an unknown name: <c>nearest is ...</c>, or <c>known are ...</c> when nothing is near.</summary>
    public static string Advice(string text, IReadOnlyCollection<string> known) =>
        Nearest(text, known) is { } nearest ? $"nearest is {nearest}" : $"known are {string.Join(", ", known)}";

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

using System.Text.RegularExpressions;

namespace TvmEmulator.OData.Queries;

/// <summary>Finds an option that stands twice in the same parentheses of <c>$expand</c>: the library takes the last one and says nothing.</summary>
internal static partial class RepeatedOption
{
    /// <summary>The option as it stands there the second time; null when there is none.</summary>
    public static string? In(string expand)
    {
        var open = new Stack<HashSet<string>>();
        foreach (Match piece in Pieces().Matches(expand))
        {
            switch (piece.ValueSpan[0])
            {
                case '(':
                    open.Push(new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                    break;
                case ')':
                    open.TryPop(out _);
                    break;
                case '$' when open.TryPeek(out var seen) && !seen.Add(piece.Groups["option"].Value):
                    return piece.Groups["option"].Value;
            }
        }

        return null;
    }

    // Texts are pieces as well, because parentheses and options in them do not count.
    [GeneratedRegex(@"'[^']*'|[()]|(?<option>\$\w+)\s*=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pieces();
}

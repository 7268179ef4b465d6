using System.Text.RegularExpressions;

namespace TvmEmulator.OData.Queries;

/// <summary>Finds an option or a navigation that stands twice in the same place of <c>$expand</c>: the library takes one of them and says nothing.</summary>
internal static partial class RepeatedInExpand
{
    /// <summary>What stands there twice, in words; null when there is nothing.</summary>
    public static string? Find(string expand)
    {
        // The text itself is a list of navigations; their options are in parentheses, and one of these begins a list of navigations again.
        var open = new Stack<Level>([new Level { IsList = true }]);
        foreach (Match piece in Pieces().Matches(expand))
        {
            var level = open.Peek();
            var (text, name) = (piece.Value, piece.Groups["name"].Value);
            if (text == "(")
                open.Push(new Level());
            else if (text == ")" && open.Count > 1)
                open.Pop();
            else if (text == ";")
                level.IsList = false;
            else if (piece.Groups["option"].Value is { Length: > 0 } option && !level.Begin(option))
                return $"The option {option}";
            else if (level.IsList && name.Length > 0 && !level.Names.Add(name))
                return $"The navigation '{name}'";
        }

        return null;
    }

    // Texts are pieces as well, because parentheses and options in them do not count.
    [GeneratedRegex(@"'[^']*'|[();]|(?<option>\$\w+)\s*=|(?<name>[\w./]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pieces();

    private sealed class Level
    {
        private readonly HashSet<string> _options = new(StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Whether navigations are named here.</summary>
        public bool IsList { get; set; }

        public bool Begin(string option)
        {
            IsList = option.Equals("$expand", StringComparison.OrdinalIgnoreCase);
            return _options.Add(option);
        }
    }
}

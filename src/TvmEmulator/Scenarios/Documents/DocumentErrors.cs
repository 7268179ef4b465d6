namespace TvmEmulator.Scenarios.Documents;

/// <summary>Everything that is wrong with a document, one line each.</summary>
/// <param name="source">What the lines begin with, such as a file's name; null begins them with the line's number.</param>
internal sealed class DocumentErrors(string? source)
{
    // Enough for one look; a document of a million mistakes is told by its first.
    private const int MostLines = 50;

    // A text of a client or file is quoted, but not at any length.
    private const int MostQuoted = 60;

    // The parser of YAML quotes what it stumbles over at any length.
    private const int MostOfLine = 2000;

    private readonly List<string> _lines = [];
    private int _count;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>The lines; the last says how many were left out.</summary>
    public IReadOnlyList<string> Lines => _count > _lines.Count ? [.. _lines, $"{Source}{_count - _lines.Count} more are wrong"] : _lines;

    private string Source => source is null ? "" : source + ": ";

    /// <summary>Notes a mistake.</summary>
    /// <param name="line">The line that it stands on.</param>
    /// <param name="place">The keys that lead to it; empty for the document.</param>
    /// <param name="what">What is wrong, and what is needed.</param>
    public void Add(int line, string place, string what)
    {
        if (_count++ < MostLines)
            _lines.Add($"{(source is null ? "" : source + ", ")}line {line}: {(place.Length == 0 ? "" : place + ": ")}{(what.Length <= MostOfLine ? what : what[..MostOfLine] + "...")}");
    }

    /// <summary>A text as it is quoted in a message.</summary>
    public static string Quoted(string text) => $"'{(text.Length <= MostQuoted ? text : text[..MostQuoted] + "...")}'";
}

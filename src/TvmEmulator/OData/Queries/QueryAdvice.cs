using System.Text.RegularExpressions;
using Microsoft.OData;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Says of a wrong query what the library's message does not: in which option the mistake is, at which position of the option's value, and what is
/// allowed there. The message is the service's own and stays; this is the hint beside it.
/// </summary>
internal static partial class QueryAdvice
{
    private const string ListForm = "a list of values is searched as in tags/any(t: t eq 'x'), values to choose from stand as in name in ('a','b')";
    private const int ShortestToCompare = 3;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>What to tell the caller; null when the message says it all.</summary>
    /// <param name="option">The option that is wrong.</param>
    /// <param name="value">Its value.</param>
    /// <param name="wrong">What the library, or the binder, says about it.</param>
    /// <param name="shape">The rows that are asked for.</param>
    public static string? Of(string option, string value, ODataException wrong, IRowShape shape)
    {
        var message = wrong.Message;
        if (wrong is WrongValueException operand)
            return At(option, value, operand.Text, operand.Advice);
        if (UnknownProperty().Match(message) is { Success: true, Groups: var property })
            return At(option, value, property["name"].Value, OfProperty(option, value, property["name"].Value, Named(property["type"].Value, shape)));
        if (UnknownFunction().Match(message) is { Success: true, Groups: var function })
            return At(option, value, function["name"].Value, $"functions are {string.Join(", ", QueryFunctions.Names)}");

        if (message.StartsWith("The DateTimeOffset text", StringComparison.Ordinal))
            return $"{option}: a time needs its zone, like 2026-01-31T00:00:00Z";

        // A position is one in the option's value only when the message is about all of it, and not about a part in parentheses.
        var ending = $" in '{value}'.";
        if (message.EndsWith(ending, StringComparison.Ordinal))
            return $"{option}: {message[..^ending.Length]}; {FormOf(option)}";
        if (IsSyntax().IsMatch(message))
            return $"{option}: {FormOf(option)}";
        if (message.Contains(option, StringComparison.Ordinal) && !Unsupported().IsMatch(message))
            return null;
        return At(option, value, Unsupported().Match(message).Groups["text"].Value, IsNoSingleValue().IsMatch(message) ? ListForm : message);
    }

    private static string At(string option, string value, string? text, string advice) =>
        PositionOf(text, value) is { } position ? $"{option}, position {position}: {advice}" : $"{option}: {advice}";

    // A text that stands there twice may be right in one of the places.
    private static int? PositionOf(string? text, string value)
    {
        var first = string.IsNullOrEmpty(text) ? -1 : value.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        return first >= 0 && value.IndexOf(text!, first + 1, StringComparison.OrdinalIgnoreCase) < 0 ? first : null;
    }

    private static string OfProperty(string option, string value, string name, IRowShape shape)
    {
        var navigations = shape.Navigations.Select(navigation => navigation.Name).ToList();
        var columns = shape.Columns.Select(column => column.Name);
        // Everything is near to a short name.
        var nearest = name.Length >= ShortestToCompare && EditDistance.Nearest(name, option is "$filter" or "$orderby" ? columns : [.. navigations, .. columns]) is { } near ? $", nearest is {near}" : "";
        var expandable = option == "$expand" ? $"; navigations are {(navigations.Count == 0 ? "not emulated" : string.Join(", ", navigations))}" : "";
        var isValue = option == "$filter" && PositionOf(name, value) is { } position && IsBehindOperator().IsMatch(value[..position]);
        var word = isValue ? "; a text stands in single quotes, true, false and null are written in small letters" : "";
        return $"{shape.TypeName} has no '{name}' here{nearest}{expandable}{word}; GET /api/$metadata lists its properties";
    }

    private static IRowShape Named(string fullName, IRowShape shape) => Find(fullName[(fullName.LastIndexOf('.') + 1)..], shape) ?? shape;

    private static IRowShape? Find(string type, IRowShape shape) => shape.TypeName == type
        ? shape
        : shape.Columns.Select(column => column.Inner).Concat(shape.Navigations.Select(navigation => navigation.Inner)).OfType<IRowShape>()
            .Select(inner => Find(type, inner)).FirstOrDefault(found => found is not null);

    private static string FormOf(string option) => option switch
    {
        "$filter" => "operators are eq, ne, gt, ge, lt, le, in, and, or, not; texts stand in single quotes, numbers and times without",
        "$orderby" => "it takes properties with commas between them, each with asc, desc or neither",
        "$count" => "it is true or false",
        "$select" => "it takes names of properties with commas between them",
        _ => "it takes navigations with commas between them, each with options or none, like name($select=id;$top=5)",
    };

    [GeneratedRegex(@"^Could not find a property named '(?<name>[^']+)' on type '(?<type>[^']+)'|^The navigation '(?<name>[^']+)' of type '(?<type>[^']+)' is not emulated", Options)]
    private static partial Regex UnknownProperty();

    [GeneratedRegex("^An unknown function with name '(?<name>[^']+)'|^The function '(?<name>[^']+)' is not supported", Options)]
    private static partial Regex UnknownFunction();

    [GeneratedRegex(@"( (eq|ne|gt|ge|lt|le) +|, *)$", Options)]
    private static partial Regex IsBehindOperator();

    // What is wrong with texts that the library has cut into pieces.
    [GeneratedRegex("^Term '|^Found an unbalanced bracket|^Syntax error|expected at position|is not a valid count option", Options)]
    private static partial Regex IsSyntax();

    [GeneratedRegex("is not a single value|^The right operand for the IN operation", Options)]
    private static partial Regex IsNoSingleValue();

    [GeneratedRegex("^The navigation '(?<text>[^']+)' is supported here only|^The parameter alias (?<text>@[^ ]+) is not supported", Options)]
    private static partial Regex Unsupported();
}

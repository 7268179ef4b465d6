using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// The functions of <c>$filter</c> and <c>$orderby</c>: each public method is the OData function of its name, in lower case. Null in, null out. Text is
/// compared by code units, as the operators do.
/// </summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names are OData's.")]
internal static class QueryFunctions
{
    private static readonly ILookup<string, MethodInfo> Methods = typeof(QueryFunctions)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.Name != nameof(Find) && !method.IsSpecialName)
        .ToLookup(method => method.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, with that of the function that needs the world's time.</summary>
    public static IEnumerable<string> Names => [.. Methods.Select(method => method.Key.ToLowerInvariant()), "now"];

    /// <summary>The method of a function for arguments of these types; null when there is none.</summary>
    public static MethodInfo? Find(string name, IReadOnlyList<Type> arguments) =>
        Methods[name].FirstOrDefault(method => method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(arguments));

    public static bool? Contains(string? text, string? part) => text is null || part is null ? null : text.Contains(part, StringComparison.Ordinal);

    public static bool? StartsWith(string? text, string? part) => text is null || part is null ? null : text.StartsWith(part, StringComparison.Ordinal);

    public static bool? EndsWith(string? text, string? part) => text is null || part is null ? null : text.EndsWith(part, StringComparison.Ordinal);

    public static long? IndexOf(string? text, string? part) => text is null || part is null ? null : text.IndexOf(part, StringComparison.Ordinal);

    public static long? Length(string? text) => text?.Length;

    public static string? ToLower(string? text) => text?.ToLowerInvariant();

    public static string? ToUpper(string? text) => text?.ToUpperInvariant();

    public static string? Trim(string? text) => text?.Trim();

    public static string? Concat(string? first, string? second) => first is null || second is null ? null : first + second;

    public static string? Substring(string? text, long? start) => Substring(text, start, long.MaxValue);

    // Positions outside of the text are moved to its nearest end: whether a filter is wrong should not depend on the rows.
    public static string? Substring(string? text, long? start, long? length)
    {
        if (text is null || start is null || length is null)
            return null;
        var from = (int)Math.Clamp(start.Value, 0, text.Length);
        return text.Substring(from, (int)Math.Clamp(length.Value, 0, text.Length - from));
    }

    public static long? Year(DateTimeOffset? time) => time?.Year;

    public static long? Month(DateTimeOffset? time) => time?.Month;

    public static long? Day(DateTimeOffset? time) => time?.Day;

    public static long? Hour(DateTimeOffset? time) => time?.Hour;

    public static long? Minute(DateTimeOffset? time) => time?.Minute;

    public static long? Second(DateTimeOffset? time) => time?.Second;

    public static long? Year(DateOnly? date) => date?.Year;

    public static long? Month(DateOnly? date) => date?.Month;

    public static long? Day(DateOnly? date) => date?.Day;

    public static DateOnly? Date(DateTimeOffset? time) => time is { } present ? DateOnly.FromDateTime(present.DateTime) : null;

    public static double? Round(double? number) => number is { } present ? Math.Round(present, MidpointRounding.AwayFromZero) : null;

    public static double? Floor(double? number) => number is { } present ? Math.Floor(present) : null;

    public static double? Ceiling(double? number) => number is { } present ? Math.Ceiling(present) : null;
}

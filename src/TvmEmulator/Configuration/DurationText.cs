using System.Globalization;
using System.Text.RegularExpressions;

namespace TvmEmulator.Configuration;

/// <summary>Durations as users write them: <c>[d.]hh:mm:ss[.fff]</c> or ISO 8601 (<c>PT1H</c>), never negative.</summary>
internal static partial class DurationText
{
    /// <summary>What is needed, for an error message.</summary>
    public const string Needed = "a duration [d.]hh:mm:ss or in ISO 8601 (PT1H)";

    private static readonly string[] ClockFormats = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss", @"hh\:mm\:ss\.FFFFFFF", @"d\.hh\:mm\:ss\.FFFFFFF"];

    /// <summary>The duration of a text; null when the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (TimeSpan.TryParseExact(text, ClockFormats, CultureInfo.InvariantCulture, out var duration))
            return duration;

        // At least one part is needed, and one behind a T.
        return Iso8601().Match(text) is { Success: true } parts && text is not "P" && !text.EndsWith('T')
            ? TimeSpan.FromTicks((long)(TimeSpan.TicksPerSecond
                * (((Number(parts, "days") * 24 + Number(parts, "hours")) * 60 + Number(parts, "minutes")) * 60 + Number(parts, "seconds"))))
            : null;
    }

    // Years and months have no fixed length. Seven digits each: their sum always fits.
    [GeneratedRegex(
        @"^P((?<days>[0-9]{1,7})D)?(T((?<hours>[0-9]{1,7})H)?((?<minutes>[0-9]{1,7})M)?((?<seconds>[0-9]{1,7}(\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Iso8601();

    private static decimal Number(Match parts, string name) =>
        parts.Groups[name] is { Success: true } part ? decimal.Parse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;
}

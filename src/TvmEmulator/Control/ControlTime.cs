using System.Globalization;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Control;

/// <summary>Times as the control API writes and reads them: ISO 8601 with a zone, in answers always UTC.</summary>
internal static class ControlTime
{
    /// <summary>What is needed, for an error message.</summary>
    public const string Needed = "a time such as 2026-06-30T02:00:00Z";

    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly string[] Read =
    [
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", Written,
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>Writes a time.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>Writes the time of a mark.</summary>
    public static string Text(SnapshotMark mark) => Text(mark.At.Utc);

    /// <summary>The time of a text; null when the text is none.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
}

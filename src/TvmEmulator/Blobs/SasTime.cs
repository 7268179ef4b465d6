using System.Globalization;

namespace TvmEmulator.Blobs;

/// <summary>Times in a SAS: ISO 8601 in UTC, to the day, minute or second.</summary>
internal static class SasTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm'Z'", "yyyy-MM-ddTHH:mm:ss'Z'", "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Reads a time; false when it has none of the forms.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}

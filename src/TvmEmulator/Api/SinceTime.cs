using System.Globalization;
using TvmEmulator.Assessments.Vulnerabilities.Changes;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Api;

/// <summary>The <c>sinceTime</c> of the changes. Without a zone it is UTC, a date alone is its midnight.</summary>
internal static class SinceTime
{
    private const string Name = "sinceTime";

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads it.</summary>
    public static (DateTimeOffset Since, Refusal? Refusal) Read(QueryParameters query)
    {
        var (text, refusal) = query.Single(Name);
        if (refusal is not null)
            return (default, refusal);
        if (text is null)
            return (default, Refusal.MissingParameter(Name, "sinceTime says from when on changes are told, such as sinceTime=2026-06-29T08:00Z"));
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var since)
            ? (since, null)
            : (default, Refusal.BadRequest($"The value '{Shortened(text)}' of parameter {Name} is not valid: a time such as 2026-06-29T08:00:00Z or a date is needed."));
    }

    /// <summary>The mark at which the window of a time begins, not after the newest one; a time that is too far back is refused.</summary>
    public static (SnapshotMark Mark, Refusal? Refusal) MarkOf(DateTimeOffset since, SnapshotMark newest)
    {
        var earliest = SnapshotMark.AtOrBefore(newest.At.Plus(-ChangedReleases.MostWindows * SnapshotMark.Interval).Utc);
        if (since < earliest.At.Utc)
        {
            return (default, Refusal.BadRequest(
                string.Create(CultureInfo.InvariantCulture, $"The value '{since:yyyy-MM-ddTHH:mm:ssZ}' of parameter {Name} is not valid: it may be at most 14 days back, {earliest.At.Utc:yyyy-MM-ddTHH:mm:ssZ} or later."),
                string.Create(CultureInfo.InvariantCulture, $"14 days count from the newest snapshot, {newest.At.Utc:yyyy-MM-ddTHH:mmZ}")));
        }

        return (since >= newest.At.Utc ? newest : SnapshotMark.AtOrBefore(since), null);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";
}

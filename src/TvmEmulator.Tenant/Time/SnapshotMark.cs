using System.Globalization;

namespace TvmEmulator.Tenants.Time;

/// <summary>
/// One of the four moments of a day at which the service takes a snapshot: 02, 08, 14 and 20 o'clock UTC.
/// It is written <c>yyyy-MM-dd/HHmm</c>, as in the service's skip tokens and blob paths.
/// </summary>
public readonly record struct SnapshotMark : IComparable<SnapshotMark>
{
    private const int FirstHour = 2 * 3600;

    /// <summary>Seconds from one mark to the next.</summary>
    public const int Interval = 6 * 3600;

    private SnapshotMark(Moment at) => At = at;

    /// <summary>The earliest mark that the catalog covers: every base product has been released and installed by then.</summary>
    public static SnapshotMark Earliest { get; } = AtOrBefore(new DateTimeOffset(2025, 1, 1, 2, 0, 0, TimeSpan.Zero));

    /// <summary>The latest mark that is offered; release timelines go on by themselves, but 2000 + 2^31 seconds is near.</summary>
    public static SnapshotMark Latest { get; } = AtOrBefore(new DateTimeOffset(2039, 12, 31, 20, 0, 0, TimeSpan.Zero));

    /// <summary>The moment of the snapshot.</summary>
    public Moment At { get; }

    /// <summary>The mark after this one.</summary>
    public SnapshotMark Next => new(At.Plus(Interval));

    /// <summary>As in a skip token: <c>2026-06-30/0200/</c>, with the closing slash.</summary>
    public string TimePath => ToString() + "/";

    /// <summary>The newest mark that is not after <paramref name="time"/>.</summary>
    public static SnapshotMark AtOrBefore(DateTimeOffset time)
    {
        // Times that a Moment cannot hold are cut to it; room is left for rounding down.
        var seconds = Math.Max(Moment.Of(time).Seconds, int.MinValue + FirstHour + Interval) - FirstHour;
        var behind = seconds % Interval;
        return new SnapshotMark(new Moment(seconds - (behind < 0 ? behind + Interval : behind) + FirstHour));
    }

    /// <summary>The oldest mark that is not before <paramref name="moment"/>.</summary>
    public static SnapshotMark AtOrAfter(Moment moment) => AtOrBefore(moment.Plus(Interval - 1).Utc);

    /// <summary>Reads <c>yyyy-MM-dd/HHmm</c>; false when the text is not a mark.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SnapshotMark mark)
    {
        mark = default;
        if (!DateTimeOffset.TryParseExact(text, "yyyy-MM-dd/HHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;

        mark = AtOrBefore(time);
        return mark.At.Utc == time;
    }

    /// <summary>How many marks this one lies before <paramref name="newer"/>; negative when it lies after.</summary>
    public int MarksBefore(SnapshotMark newer) => (newer.At.Seconds - At.Seconds) / Interval;

    /// <inheritdoc/>
    public int CompareTo(SnapshotMark other) => At.CompareTo(other.At);

    /// <summary>Earlier than.</summary>
    public static bool operator <(SnapshotMark a, SnapshotMark b) => a.At < b.At;

    /// <summary>Later than.</summary>
    public static bool operator >(SnapshotMark a, SnapshotMark b) => a.At > b.At;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(SnapshotMark a, SnapshotMark b) => a.At <= b.At;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(SnapshotMark a, SnapshotMark b) => a.At >= b.At;

    /// <summary><c>yyyy-MM-dd/HHmm</c>.</summary>
    public override string ToString() => At.Utc.ToString("yyyy-MM-dd/HHmm", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace TvmEmulator.Tenants.Time;

/// <summary>A second of UTC time, counted from 2000-01-01; 4 bytes, because rows keep one each.</summary>
/// <param name="Seconds">Whole seconds since 2000-01-01T00:00:00Z.</param>
public readonly record struct Moment(int Seconds) : IComparable<Moment>
{
    /// <summary>Seconds of a day.</summary>
    public const int Day = 86_400;

    private static readonly DateTimeOffset Origin = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>This moment as a date and time in UTC.</summary>
    public DateTimeOffset Utc => Origin.AddSeconds(Seconds);

    /// <summary>The moment at or before a time; times out of range (before 1932, after 2068) are cut to it.</summary>
    public static Moment Of(DateTimeOffset time) =>
        new((int)Math.Clamp(Math.Floor((time - Origin).TotalSeconds), int.MinValue, int.MaxValue));

    /// <summary>Midnight of a date written <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="FormatException">The text is not such a date.</exception>
    public static Moment OfDate(ReadOnlySpan<char> date) =>
        new((DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(Origin.Date).DayNumber) * Day);

    /// <inheritdoc/>
    public int CompareTo(Moment other) => Seconds.CompareTo(other.Seconds);

    /// <summary>The later of two moments.</summary>
    public static Moment Later(Moment a, Moment b) => a.Seconds >= b.Seconds ? a : b;

    /// <summary>This moment, some seconds later.</summary>
    public Moment Plus(int seconds) => new(Seconds + seconds);

    /// <summary>This moment, some days later.</summary>
    public Moment PlusDays(int days) => new(Seconds + days * Day);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Moment a, Moment b) => a.Seconds < b.Seconds;

    /// <summary>Later than.</summary>
    public static bool operator >(Moment a, Moment b) => a.Seconds > b.Seconds;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(Moment a, Moment b) => a.Seconds <= b.Seconds;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(Moment a, Moment b) => a.Seconds >= b.Seconds;

    /// <inheritdoc/>
    public override string ToString() => Utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

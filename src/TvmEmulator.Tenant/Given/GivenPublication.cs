using System.Globalization;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>When CVEs of given rows were published, which no row says: in the year of the id, and not after a device was first seen with it.</summary>
internal static class GivenPublication
{
    // Those that a moment can hold whole.
    private const int FirstYear = 2000, LastYear = 2067;

    /// <summary>A moment that the id draws.</summary>
    /// <param name="cve">The id.</param>
    /// <param name="firstSeen">When a device was first seen with it; null when no row says so.</param>
    public static Moment Of(string cve, Moment? firstSeen)
    {
        if (YearOf(cve) is not { } year)
            return firstSeen ?? CatalogOverlay.Always;

        var (start, end) = (StartOf(year), StartOf(year + 1));
        if (firstSeen <= start)
            return firstSeen.Value;
        if (firstSeen < end)
            end = firstSeen.Value;
        return start.Plus(StableHash.Below(StableHash.Mix(StableHash.Of(cve), 6), end.Seconds - start.Seconds));
    }

    private static Moment StartOf(int year) => Moment.Of(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The 2024 of <c>CVE-2024-3094</c>.</summary>
    private static int? YearOf(string cve) =>
        cve.Split('-') is [_, { Length: 4 } text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            ? year
            : null;
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>The CVEs of a line of releases: the catalog's real ones, some with every release that fixes them, and unfixed ones after the last release.</summary>
internal static class WeaknessTimeline
{
    // A CVE may be published up to this many days before the release that fixes it, or a little after.
    private const int DaysKnownBefore = 10, DaysKnownAfter = 4;
    // After some five years nobody looks for more in what is not maintained.
    private const int DaysBetweenUnfixed = 30, MostUnfixedPeriods = 60;

    /// <summary>Every CVE of the line that is published up to a moment. One of an overlay may stand there several times, each time for other releases.</summary>
    public static IEnumerable<Weakness> Of(Track track, Moment moment)
    {
        var generated = track.IsOverlaid ? [] : WithEachIdOnce(Listed(track).Concat(FixedByReleases(track, moment)).Concat(Unfixed(track, moment)));
        return (track.Product.CveOverlay?.Apply(track, generated) ?? generated).Where(weakness => weakness.Published <= moment);
    }

    /// <summary>Ids are drawn: one that the line has already is not given to what is published later.</summary>
    private static IEnumerable<Weakness> WithEachIdOnce(IEnumerable<Weakness> weaknesses) =>
        weaknesses.GroupBy(weakness => weakness.CveId, StringComparer.Ordinal).Select(same => same.MinBy(weakness => weakness.Published));

    private static IEnumerable<Weakness> Listed(Track track)
    {
        foreach (var cve in track.Product.ListedCves)
        {
            for (var release = 0; release < track.ListedReleases; release++)
            {
                if (track.VersionOf(release) == cve.FixedIn)
                    yield return new Weakness(StableHash.Of(cve.Id), 0, release, cve.Published, cve.Id);
            }
        }
    }

    private static IEnumerable<Weakness> FixedByReleases(Track track, Moment moment)
    {
        var last = track.ReleaseAt(moment.PlusDays(DaysKnownBefore));
        for (var release = 1; release <= last; release++)
        {
            var hash = SeedOf(track, track.DateOf(release), (ulong)release);
            var count = CountOf(track.Product.CvesPerThousandReleases, hash);
            for (var i = 0; i < count; i++)
            {
                var key = StableHash.Mix(hash, (ulong)i + 1);
                // Two in five have been there from the beginning, the others came with one of the last dozen releases.
                var introduced = key % 5 < 2 ? 0 : Math.Max(0, release - 1 - StableHash.Below(key >> 8, 12));
                var known = StableHash.Below(key >> 20, DaysKnownBefore + DaysKnownAfter + 1) - DaysKnownBefore;
                yield return new Weakness(key, introduced, release, track.DateOf(release).PlusDays(known));
            }
        }
    }

    private static IEnumerable<Weakness> Unfixed(Track track, Moment moment)
    {
        if (track.LastRelease is not { } last)
            yield break;

        var date = track.DateOf(last).PlusDays(DaysBetweenUnfixed);
        for (var period = 1; date <= moment && period <= MostUnfixedPeriods; period++, date = date.PlusDays(DaysBetweenUnfixed))
        {
            var hash = SeedOf(track, date, (ulong)period << 32);
            // Research moves on to supported lines: an abandoned one gets a quarter of the findings, but an operating system shares its code with the next.
            var mean = track.Product.CvesPerThousandReleases;
            var count = CountOf(track.Product.IsOperatingSystem ? mean : mean / 4, hash);
            for (var i = 0; i < count; i++)
            {
                var key = StableHash.Mix(hash, (ulong)i + 1);
                yield return new Weakness(key, Math.Max(0, last - StableHash.Below(key >> 8, 12)), int.MaxValue, date);
            }
        }
    }

    /// <summary>Operating systems of one vendor share code: what their updates of one day fix is the same, as far as each has as much.</summary>
    private static ulong SeedOf(Track track, Moment date, ulong number) => track.Product.IsOperatingSystem
        ? StableHash.Mix(StableHash.Of(track.Product.Vendor), (ulong)date.Seconds)
        : StableHash.Mix(track.Key, number);

    /// <summary>A number between nothing and twice the mean, which is in thousandths; the last thousandths are a matter of chance as well.</summary>
    private static int CountOf(int mean, ulong hash) =>
        (int)((2L * mean * (long)(hash & 0xFFFF) / 0x10000 + StableHash.Below(hash >> 32, 1000)) / 1000);
}

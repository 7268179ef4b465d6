using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>
/// A release, as the update that fixes CVEs. Its id is a KB number for Microsoft's products, an advisory for packages of Ubuntu, null for others. No two
/// products share one; releases of one product that come out on one day do, on whichever lines they are.
/// </summary>
/// <param name="Name">What it is called, such as <c>April 2026 Security Updates</c>.</param>
/// <param name="Id">The KB number without letters, or the advisory.</param>
/// <param name="Url">Where it is described, at a host that does not exist; null without an id.</param>
/// <param name="Track">The line that it belongs to.</param>
/// <param name="Release">The release that carries it.</param>
public sealed record SecurityUpdate(string Name, string? Id, string? Url, Track Track, int Release)
{
    // Numbers grow by the day or month, and begin where those of 2000 would, by this pace; in 2026 they are as long and as high as the real ones.
    private const int FirstKb = 250_000;
    private const int FirstNotice = -17_500;

    /// <summary>When it came out.</summary>
    public Moment Released => Track.DateOf(Release);

    /// <summary>The update that a release is.</summary>
    public static SecurityUpdate Of(Track track, int release)
    {
        var date = track.DateOf(release);
        if (UpdateSeries.IsOfMicrosoft(track.Product))
        {
            var kb = KbOf(track.Product, date);
            return new SecurityUpdate(string.Create(CultureInfo.InvariantCulture, $"{date.Utc:MMMM yyyy} Security Updates"), kb, $"https://updates.example/kb/{kb}", track, release);
        }

        if (UpdateSeries.IsPackageOfUbuntu(track.Product))
        {
            var notice = NoticeOf(track.Product, date);
            return new SecurityUpdate($"{notice}: {track.Product.Title} vulnerabilities", notice, $"https://updates.example/notices/{notice}", track, release);
        }

        return new SecurityUpdate($"Update {track.Product.Title} to version {track.VersionOf(release)}", null, null, track, release);
    }

    /// <summary>An update that was given for a release. Nobody says which release it is, so it stands for the given one.</summary>
    internal static SecurityUpdate Of(Track track, RecommendedUpdate given) => new((given.Name ?? given.Id)!, given.Id, given.Url, track, 0);

    private static string KbOf(Product product, Moment date)
    {
        var day = date.Seconds / Moment.Day;
        return Text(FirstKb + day * UpdateSeries.OfMicrosoft + NumberIn(day, product, UpdateSeries.OfMicrosoft));
    }

    /// <summary>A package has one notice a month, which is amended when another release follows.</summary>
    private static string NoticeOf(Product product, Moment date)
    {
        var (year, month, day) = DateOnly.FromDateTime(date.Utc.Date);
        var months = (year - 2000) * 12 + month - 1;
        var earlier = date.PlusDays(-day);
        var amendment = product.Tracks.SelectMany(track => DatesBetween(track, earlier, date)).Distinct().Count();
        return $"USN-{Text(FirstNotice + months * UpdateSeries.OfUbuntu + NumberIn(months, product, UpdateSeries.OfUbuntu))}-{Text(amendment)}";
    }

    /// <summary>Dates of the releases after one moment, up to another.</summary>
    private static IEnumerable<Moment> DatesBetween(Track track, Moment after, Moment until)
    {
        for (var release = track.ReleaseAt(after) + 1; release <= track.ReleaseAt(until); release++)
            yield return track.DateOf(release);
    }

    /// <summary>The numbers of a day or month are dealt anew each time, so that they do not grow in steps.</summary>
    private static int NumberIn(int period, Product product, int numbers) =>
        (product.UpdateSeries + StableHash.Below(StableHash.Mix((ulong)period), numbers)) % numbers;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

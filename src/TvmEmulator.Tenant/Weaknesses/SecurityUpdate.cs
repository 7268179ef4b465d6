using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>A release, as the update that fixes CVEs. Its id is a KB number for Microsoft's products, an advisory for packages of Ubuntu, null for others.</summary>
/// <param name="Name">What it is called, such as <c>April 2026 Security Updates</c>.</param>
/// <param name="Id">The KB number without letters, or the advisory.</param>
/// <param name="Url">Where it is described, at a host that does not exist; null without an id.</param>
/// <param name="Track">The line that it belongs to.</param>
/// <param name="Release">The release that carries it.</param>
public sealed record SecurityUpdate(string Name, string? Id, string? Url, Track Track, int Release)
{
    // Numbers grow from week to week, with room for many updates in each. They begin where the KB numbers of 2000 would, by this pace.
    private const int FirstKb = 4_400_000, KbsPerWeek = 500;
    private const int FirstNotice = 1_000, NoticesPerWeek = 16;

    /// <summary>When it came out.</summary>
    public Moment Released => Track.DateOf(Release);

    /// <summary>The update that a release is.</summary>
    public static SecurityUpdate Of(Track track, int release)
    {
        var date = track.DateOf(release);
        if (track.Product.Vendor == "microsoft")
        {
            // Lines of one product get the same update.
            var kb = NumberOf(date, StableHash.Mix(track.Product.Key, (ulong)date.Seconds), FirstKb, KbsPerWeek);
            return new SecurityUpdate(string.Create(CultureInfo.InvariantCulture, $"{date.Utc:MMMM yyyy} Security Updates"), kb, $"https://updates.example/kb/{kb}", track, release);
        }

        if (IsPackageOfUbuntu(track))
        {
            var notice = $"USN-{NumberOf(date, StableHash.Mix(track.Product.Key, (ulong)date.Seconds), FirstNotice, NoticesPerWeek)}-1";
            return new SecurityUpdate($"{notice}: {track.Product.Title} vulnerabilities", notice, $"https://updates.example/notices/{notice}", track, release);
        }

        return new SecurityUpdate($"Update {track.Product.Title} to version {track.VersionOf(release)}", null, null, track, release);
    }

    /// <summary>An update that was given for a release. Nobody says which release it is, so it stands for the given one.</summary>
    internal static SecurityUpdate Of(Track track, RecommendedUpdate given) => new((given.Name ?? given.Id)!, given.Id, given.Url, track, 0);

    private static string NumberOf(Moment date, ulong hash, int first, int perWeek) =>
        (first + date.Seconds / (7 * Moment.Day) * perWeek + StableHash.Below(hash, perWeek)).ToString(CultureInfo.InvariantCulture);

    /// <summary>What exists on Linux alone, in lines that are named after the releases of Ubuntu.</summary>
    private static bool IsPackageOfUbuntu(Track track) =>
        track.Name.EndsWith(".04", StringComparison.Ordinal)
        && track.Product.VariantsOn(PlatformFamily.Linux).Count > 0
        && track.Product.VariantsOn(PlatformFamily.Windows).Count == 0
        && track.Product.VariantsOn(PlatformFamily.MacOS).Count == 0;
}

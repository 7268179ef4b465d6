using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>
/// A line of releases that a device stays on: a feature update, an LTS line, a major version. The catalog lists releases up to
/// some date; from there on the line continues by its own cadence and version scheme, until its support ends or the catalog says that it is finished.
/// </summary>
public sealed class Track
{
    private readonly Moment[] _dates;
    private readonly string[] _versions;
    private readonly int _cadence;
    private readonly VersionStep? _step;

    /// <param name="name">The line's name.</param>
    /// <param name="share">How many devices take it.</param>
    /// <param name="endOfSupport">When its support ends.</param>
    /// <param name="lastDay">No release comes after this day; null when the line goes on.</param>
    /// <param name="dates">Dates of the listed releases, ascending.</param>
    /// <param name="versions">Their versions.</param>
    /// <param name="cadenceDays">Days from one release to the next after the listed ones.</param>
    /// <param name="step">How the version goes on after the listed ones; null when no more releases come.</param>
    internal Track(string name, Share share, Moment? endOfSupport, Moment? lastDay, Moment[] dates, string[] versions, int cadenceDays, VersionStep? step)
    {
        Name = name;
        NameKey = StableHash.Of(name);
        Share = share;
        EndOfSupport = endOfSupport;
        _dates = dates;
        _versions = versions;
        _cadence = cadenceDays * Moment.Day;
        _step = step;
        var listed = dates.Length - 1;
        LastRelease = step is null ? listed
            : lastDay is { } day ? listed + Math.Max(0, (day.Seconds - dates[listed].Seconds) / _cadence)
            : null;
    }

    /// <summary>The line's name, such as <c>24H2</c> or <c>stable</c>.</summary>
    public string Name { get; }

    /// <summary>When support of this line ends; null when no end is known.</summary>
    public Moment? EndOfSupport { get; }

    /// <summary>Place in <see cref="ProductCatalog.Tracks"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>The product that this line belongs to.</summary>
    public Product Product { get; internal set; } = null!;

    /// <summary>Seed of everything that chance decides about this line.</summary>
    internal ulong Key { get; set; }

    /// <summary>Seed of the devices' choice of this line; the same for all lines of one name.</summary>
    internal ulong NameKey { get; }

    /// <summary>How many devices take this line; see <see cref="Product.SideBySide"/>.</summary>
    internal Share Share { get; }

    /// <summary>The only platforms that this line runs on, as a set of <see cref="OsPlatform"/> bits; 0 = those of the product.</summary>
    internal uint PlatformBits { get; init; }

    /// <summary>Whether it is the single version of an overlay, or of a given organization, rather than a generated line.</summary>
    internal bool IsOverlaid { get; init; }

    /// <summary>What the rows of a given organization say about its only release; null when it is generated or of an overlay.</summary>
    internal GivenRelease? Given { get; init; }

    /// <summary>Whether the line can be on a device of a platform.</summary>
    internal bool RunsOn(OsPlatform platform) => PlatformBits == 0 || (PlatformBits & (1u << (int)platform)) != 0;

    /// <summary>Date of the first release.</summary>
    internal Moment Start => _dates[0];

    /// <summary>The release after which no other comes; null when the line goes on.</summary>
    internal int? LastRelease { get; }

    /// <summary>Number of releases that the catalog lists.</summary>
    internal int ListedReleases => _dates.Length;

    /// <summary>The newest release at a moment, or -1 before the first one.</summary>
    public int ReleaseAt(Moment moment)
    {
        var last = _dates.Length - 1;
        if (moment >= _dates[last])
        {
            var release = _step is null ? last : last + (moment.Seconds - _dates[last].Seconds) / _cadence;
            return LastRelease is { } final && release > final ? final : release;
        }

        var found = Array.BinarySearch(_dates, moment);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>When a release came out, at midnight UTC of its day.</summary>
    public Moment DateOf(int release)
    {
        var last = _dates.Length - 1;
        return release <= last ? _dates[release] : _dates[last].Plus((release - last) * _cadence);
    }

    /// <summary>The version text of a release.</summary>
    public string VersionOf(int release)
    {
        var last = _versions.Length - 1;
        return release <= last ? _versions[release] : _step!.Apply(_versions[last], release - last, DateOf(release).Utc);
    }
}

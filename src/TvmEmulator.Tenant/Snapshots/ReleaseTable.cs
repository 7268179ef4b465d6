using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>Dense numbers for the releases that exist at a moment, and what is the same for every installation of one.</summary>
public sealed class ReleaseTable
{
    private const int BlockSize = 256;

    private readonly ProductCatalog _catalog;
    private readonly Moment _moment;
    private readonly int[] _firsts;
    private readonly int[] _firstLooks;
    private readonly int[] _looksPerRelease;
    private readonly ushort[] _weaknesses;
    private readonly int[] _installations;

    internal ReleaseTable(ProductCatalog catalog, Moment moment)
    {
        _catalog = catalog;
        _moment = moment;
        _firsts = new int[catalog.Tracks.Count + 1];
        _firstLooks = new int[catalog.Tracks.Count + 1];
        _looksPerRelease = new int[catalog.Tracks.Count];
        for (var i = 0; i < catalog.Tracks.Count; i++)
        {
            var releases = catalog.Tracks[i].ReleaseAt(moment) + 1;
            _looksPerRelease[i] = catalog.Tracks[i].Product.CommonVariants + 1;
            _firsts[i + 1] = _firsts[i] + releases;
            _firstLooks[i + 1] = _firstLooks[i] + releases * _looksPerRelease[i];
        }

        _installations = new int[Count];
        _weaknesses = new ushort[Count];
        foreach (var track in catalog.Tracks)
            CountWeaknesses(track, DeviceReport.Begin(moment), _weaknesses.AsSpan(_firsts[track.Index].._firsts[track.Index + 1]));
    }

    /// <summary>The releases of a tenant at a moment with their installations: what a snapshot knows of them, for who needs nothing else of it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static ReleaseTable Counted(Tenant tenant, Moment moment, CancellationToken cancellation)
    {
        var table = new ReleaseTable(tenant.Catalog, moment);
        table.CountInstallations(tenant, static (_, _, _) => { }, cancellation);
        return table;
    }

    /// <summary>Counts the installations of a tenant: one parallel pass over its fleet, which tells of each device that is there.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="counted">Told the ordinal, the device and its installations, from many threads.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal void CountInstallations(Tenant tenant, Action<int, Device, ReadOnlySpan<Installation>> counted, CancellationToken cancellation) =>
        Parallel.For(
            0,
            (tenant.Fleet.Ordinals + BlockSize - 1) / BlockSize,
            new ParallelOptions { CancellationToken = cancellation },
            () => new int[Count],
            (block, _, installations) =>
            {
                Span<Installation> found = stackalloc Installation[tenant.MostInstallations];
                for (var ordinal = block * BlockSize; ordinal < Math.Min((block + 1) * BlockSize, tenant.Fleet.Ordinals); ordinal++)
                {
                    var device = tenant.Fleet.DeviceAt(ordinal, _moment);
                    if (device.IsRemoved)
                        continue;

                    var ofDevice = found[..tenant.InstallationsOf(device, _moment, found)];
                    foreach (ref readonly var installation in ofDevice)
                        installations[NumberOf(installation)]++;
                    counted(ordinal, device, ofDevice);
                }

                return installations;
            },
            Add);

    /// <summary>How many releases there are.</summary>
    public int Count => _firsts[^1];

    /// <summary>Installations of every release.</summary>
    internal Span<int> Installations => _installations;

    /// <summary>The dense number of the release of an installation, 0 to <see cref="Count"/> - 1.</summary>
    public int NumberOf(in Installation installation) => _firsts[installation.Track] + installation.Release;

    /// <summary>
    /// How many looks there are. A look is a release together with the way in which it shows itself: all that rows of different devices have in common.
    /// </summary>
    public int Looks => _firstLooks[^1] + _catalog.OverlayVariants.Count;

    /// <summary>The dense number of the look of an installation, 0 to <see cref="Looks"/> - 1.</summary>
    public int LookOf(in Installation installation)
    {
        var perRelease = _looksPerRelease[installation.Track];
        if (installation.Variant + 1 < perRelease)
            return _firstLooks[installation.Track] + installation.Release * perRelease + installation.Variant + 1;

        // A variant that only one version shows is one look; multiplied by all releases of its product, many of them would take much memory.
        return _firstLooks[^1] + _catalog.Tracks[installation.Track].Product.FirstOverlayVariant + installation.Variant + 1 - perRelease;
    }

    /// <summary>What a look stands for; the variant is -1 when there is no evidence.</summary>
    public (Track Track, int Release, int Variant) OfLook(int look)
    {
        if (look >= _firstLooks[^1])
        {
            var (_, variant, version) = _catalog.OverlayVariants[look - _firstLooks[^1]];
            var (track, only) = version.At(_moment);
            return (track, only, variant);
        }

        var found = Array.BinarySearch(_firstLooks, look);
        var index = found >= 0 ? found : ~found - 1;
        // Lines without a release yet share the number of the one after them.
        while (_firstLooks[index + 1] == look)
            index++;
        var (release, place) = Math.DivRem(look - _firstLooks[index], _looksPerRelease[index]);
        return (_catalog.Tracks[index], release, place - 1);
    }

    /// <summary>The releases of a line: number of the first one, and how many.</summary>
    public (int First, int Count) Of(Track track) => (_firsts[track.Index], _firsts[track.Index + 1] - _firsts[track.Index]);

    /// <summary>Number of known CVEs that affect a release.</summary>
    public int WeaknessesOf(int number) => _weaknesses[number];

    /// <summary>Number of devices that have a release.</summary>
    public int InstallationsOf(int number) => _installations[number];

    /// <summary>Adds what a thread has counted.</summary>
    private void Add(int[] installations)
    {
        lock (_installations)
        {
            for (var i = 0; i < installations.Length; i++)
                _installations[i] += installations[i];
        }
    }

    private static void CountWeaknesses(Track track, Moment known, Span<ushort> counts)
    {
        if (counts.IsEmpty || track.Product is { CvesPerThousandReleases: 0, ListedCves.Count: 0, CveOverlay: null })
            return;

        // Each CVE affects an interval of releases: note where it begins and ends, then sum up.
        Span<int> changes = new int[counts.Length + 1];
        foreach (var weakness in WeaknessTimeline.Of(track, known))
        {
            changes[Math.Min(weakness.Introduced, counts.Length)]++;
            changes[Math.Min(weakness.FixedBy, counts.Length)]--;
        }

        var affecting = 0;
        for (var release = 0; release < counts.Length; release++)
            counts[release] = (ushort)(affecting += changes[release]);
    }
}

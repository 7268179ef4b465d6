using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Installations;

/// <summary>
/// What is installed on a device at a moment, from hashes and comparisons alone. Listed products are tested one by one, the long tail
/// is drawn; the result is ordered by vendor, name and version.
/// </summary>
public sealed class InstallationRules
{
    /// <summary>The most rows that a device has, those of an overlay included.</summary>
    public const int MostPerDevice = MostGiven + OverlayLimits.MostAddedPerDevice;

    /// <summary>The most given rows of a device. A Linux server with all its packages has about half as many.</summary>
    internal const int MostGiven = 4_000;

    /// <summary>The most generated rows of a device; draws from the long tail beyond it are not made.</summary>
    internal const int MostGenerated = 120;

    private readonly ProductCatalog _catalog;
    private readonly Candidate[][] _candidates;
    private readonly LongTail[] _tails;
    private readonly int[] _givenTracks;
    private readonly HashSet<Product> _listed;

    internal InstallationRules(ProductCatalog catalog, Fleet fleet)
    {
        _catalog = catalog;
        _candidates = [.. fleet.Roles.SelectMany(role => Enum.GetValues<OsPlatform>().Select(platform => CandidatesOf(role, platform)))];
        // In the order of the catalog, which an overlay adds to but does not change.
        _givenTracks = [.. catalog.Tracks.Where(track => track.Given is not null).Select(track => track.Index)];
        _tails = [.. Enum.GetValues<PlatformFamily>().Select(catalog.TailOf)];
        _listed = [.. catalog.Listed];
    }

    private static int Platforms { get; } = Enum.GetValues<OsPlatform>().Length;

    /// <summary>Finds the installations of a device.</summary>
    /// <param name="device">The device as it is at <paramref name="moment"/>.</param>
    /// <param name="moment">The moment of a snapshot. What is generated is as the device reported it last; what came later is not known yet.</param>
    /// <param name="found">Receives them in row order; at least <see cref="MostPerDevice"/> long.</param>
    /// <returns>How many there are.</returns>
    public int Find(in Device device, Moment moment, Span<Installation> found)
    {
        var count = device.Given is { } given ? Copy(given.Installations, found) : FindGenerated(device, moment, only: null, found);
        return device.Overlay?.Apply(device, moment, _catalog.Tracks, found, count) ?? count;
    }

    /// <summary>Finds the installations of one product on a device. Its other software is not looked at where one has nothing to do with the other.</summary>
    /// <param name="device">The device as it is at <paramref name="moment"/>.</param>
    /// <param name="product">The product.</param>
    /// <param name="moment">The moment of a snapshot.</param>
    /// <param name="found">Receives them in row order; at least <see cref="MostPerDevice"/> long.</param>
    /// <returns>How many there are.</returns>
    public int FindProduct(in Device device, Product product, Moment moment, Span<Installation> found) =>
        device.Given is null && device.Overlay is null && _listed.Contains(product)
            ? FindGenerated(device, moment, only: product, found)
            : FindAmongAll(device, product, moment, found);

    /// <summary>When a product came to a device that has it, whichever version it is on by now.</summary>
    internal static Moment ArrivalOf(in Device device, Product product, in Installation installation)
    {
        var isAlways = product.Installs.TryGetValue(device.Role.Name, out var share) && share.IsAlways;
        var arrived = InstalledAt(device, product, StableHash.Mix(device.Key ^ product.Key), isAlways, installation.FirstSeen);
        // An overlay may add a product that the device would not have.
        return arrived is { } moment && moment < installation.FirstSeen ? moment : installation.FirstSeen;
    }

    private int Copy(GivenInstallation[] installations, Span<Installation> found)
    {
        for (var i = 0; i < installations.Length; i++)
        {
            ref readonly var given = ref installations[i];
            found[i] = new Installation(_givenTracks[given.Release], 0, given.Variant, given.FirstSeen) { FirstFinding = given.FirstFinding };
        }

        return installations.Length;
    }

    /// <summary>Finds what is generated: all of it, or only one of the listed products.</summary>
    private int FindGenerated(in Device device, Moment moment, Product? only, Span<Installation> found)
    {
        Span<uint> order = stackalloc uint[MostGenerated];
        var sink = new InstallationSink(device, DeviceReport.At(device.Key, device.Joined, moment), PatchLag.DisciplineOf(device), found[..MostGenerated], order);
        foreach (ref readonly var candidate in CandidatesOf(device))
        {
            if (only is null || candidate.Product == only)
                TryInstall(ref sink, candidate);
        }

        if (only is null)
            DrawLongTail(ref sink);
        order[..sink.Count].Sort(found[..sink.Count]);
        return sink.Count;
    }

    private int FindAmongAll(in Device device, Product product, Moment moment, Span<Installation> found)
    {
        var count = 0;
        foreach (ref readonly var installation in found[..Find(device, moment, found)])
        {
            if (_catalog.Tracks[installation.Track].Product == product)
                found[count++] = installation;
        }

        return count;
    }

    private ReadOnlySpan<Candidate> CandidatesOf(in Device device) => _candidates[device.Role.Index * Platforms + (int)device.Platform];

    private static void TryInstall(ref InstallationSink sink, in Candidate candidate)
    {
        var hash = StableHash.Mix(sink.Device.Key ^ candidate.Product.Key);
        if (candidate.Share.Takes(hash) && candidate.Product.OnlyFor?.Takes(sink.Device.Key) is not false)
            Install(ref sink, candidate.Product, hash, candidate.Share.IsAlways);
    }

    private void DrawLongTail(ref InstallationSink sink)
    {
        var tail = _tails[(int)sink.Device.Platform.Family()];
        var draws = sink.Device.Role.TailDraws;
        var count = draws.Least + StableHash.Below(StableHash.Mix(sink.Device.Key, 8), draws.Most - draws.Least + 1);
        var listed = sink.Count;
        for (var draw = 0; draw < count; draw++)
        {
            var product = tail.Draw(StableHash.Mix(sink.Device.Key + (ulong)draw));
            if (product is not null && !sink.Holds(product.Tracks[0], listed))
                Install(ref sink, product, StableHash.Mix(sink.Device.Key ^ product.Key), isAlways: false);
        }
    }

    private static void Install(ref InstallationSink sink, Product product, ulong hash, bool isAlways)
    {
        var installed = InstalledAt(sink.Device, product, hash, isAlways, sink.Moment);
        if (installed is not { } since || since > sink.Moment)
            return;

        var tracks = product.Tracks;
        if (tracks.Count == 1)
        {
            sink.Add(tracks[0], since, hash);
            return;
        }

        if (!product.SideBySide)
        {
            if (CurrentTrack(tracks, since, sink.Device, sink.Moment) is { } current)
                sink.Add(current.Track, current.Arrived, hash);
            return;
        }

        for (var i = 0; i < tracks.Count; i++)
        {
            if (tracks[i].Start <= sink.Moment && tracks[i].RunsOn(sink.Device.Platform) && tracks[i].Share.Takes(StableHash.Mix(hash, (ulong)i + 1)))
                sink.Add(tracks[i], Moment.Later(since, tracks[i].Start), StableHash.Mix(hash, (ulong)i + 101));
        }
    }

    /// <summary>When the product came to the device: with it or later, never before the product existed; null when it is gone again.</summary>
    private static Moment? InstalledAt(in Device device, Product product, ulong hash, bool isAlways, Moment moment)
    {
        if (product.IsOperatingSystem)
            return Moment.Later(device.PlatformSince, product.Start);

        var since = Moment.Later(device.Joined, product.Start.Plus((int)(hash >> 40) % Moment.Day));
        if (isAlways)
            return since;

        var choice = StableHash.Mix(hash);
        if ((choice & 3) == 0)
            since = since.Plus(StableHash.Below(choice >> 8, 500 * Moment.Day));
        // Nobody installs what ended more than a year ago.
        if (product.EndOfSupport is { } end && since > end.PlusDays(365))
            return null;
        var isRemoved = ((choice >> 4) & 15) == 0 && since.Plus((20 + StableHash.Below(choice >> 16, 900)) * Moment.Day) <= moment;
        return isRemoved ? null : since;
    }

    /// <summary>
    /// The newest line that the device takes and has already moved to. Everybody else is on the oldest one that was supported when the product
    /// came. The choice depends on the line's name, not on the product: a device whose Ubuntu is on 24.04 has the packages of 24.04.
    /// </summary>
    private static (Track Track, Moment Arrived)? CurrentTrack(IReadOnlyList<Track> tracks, Moment since, in Device device, Moment moment)
    {
        Track? oldestSupported = null;
        Track? newest = null;
        for (var i = tracks.Count - 1; i >= 0; i--)
        {
            var track = tracks[i];
            if (track.Start > moment || !track.RunsOn(device.Platform))
                continue;

            var choice = StableHash.Mix(device.Key ^ track.NameKey);
            var moved = track.Start.Plus(StableHash.Below(choice >> 32, 300 * Moment.Day));
            if (i > 0 && track.Share.Takes(choice) && moved <= moment)
                return (track, Moment.Later(since, moved));

            newest ??= track;
            if (track.EndOfSupport is null || track.EndOfSupport > since)
                oldestSupported = track;
        }

        var rest = oldestSupported ?? newest;
        return rest is null ? null : (rest, Moment.Later(since, rest.Start));
    }

    private Candidate[] CandidatesOf(Role role, OsPlatform platform)
    {
        if (!role.Platforms.Contains(platform))
            return [];

        var candidates = new List<Candidate>();
        foreach (var product in _catalog.Listed.OrderBy(product => product.Rank))
        {
            if (product.PlatformBits != 0 && (product.PlatformBits & (1u << (int)platform)) == 0)
                continue;
            var share = product.IsOperatingSystem ? Share.Always : product.Installs.GetValueOrDefault(role.Name);
            if (share.Threshold > 0)
                candidates.Add(new Candidate(product, share));
        }

        return [.. candidates];
    }

    private readonly record struct Candidate(Product Product, Share Share);
}

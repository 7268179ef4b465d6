using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>The CVEs that are known at a moment, with what they affect. Safe to use from many threads.</summary>
public sealed class CveTable
{
    private readonly Moment _known;
    private readonly ReleaseTable _releases;
    private readonly IReadOnlyList<Track> _tracks;
    private readonly AffectedReleases[] _affected;
    private readonly int[] _firstOfTrack;
    private readonly AffectedReleases[]?[] _affecting;
    private readonly Lazy<ILookup<Cve, AffectedReleases>> _byCve;
    private readonly Lazy<CveExposure> _exposure;

    internal CveTable(Snapshot snapshot)
    {
        _known = snapshot.Known;
        _releases = snapshot.Releases;
        _affecting = new AffectedReleases[_releases.Count][];
        var catalog = snapshot.Tenant.Catalog;
        _tracks = catalog.Tracks;
        var found = new List<(Track Track, string Id, int First, int End, Moment Published)>();
        foreach (var track in catalog.Tracks)
            AddReachOf(track, found);

        All = CvesOf(found, snapshot.Tenant);
        var places = All.ToDictionary(cve => cve.Id, StringComparer.Ordinal);
        _affected = [.. found.Select((reach, i) => new AffectedReleases(i, places[reach.Id], reach.Track, reach.First, reach.End, reach.Published))];
        _firstOfTrack = new int[catalog.Tracks.Count + 1];
        foreach (var affected in _affected)
            _firstOfTrack[affected.Track.Index + 1]++;
        for (var track = 0; track < catalog.Tracks.Count; track++)
            _firstOfTrack[track + 1] += _firstOfTrack[track];

        _byCve = new Lazy<ILookup<Cve, AffectedReleases>>(() => _affected.ToLookup(affected => affected.Cve));
        _exposure = new Lazy<CveExposure>(() => new CveExposure(snapshot, this));
    }

    /// <summary>All of them, ordered by id (ordinal).</summary>
    public IReadOnlyList<Cve> All { get; }

    /// <summary>All that they affect, ordered by line and id.</summary>
    public IReadOnlyList<AffectedReleases> Affected => _affected;

    /// <summary>The CVE with an id in any letter case; null when none is known.</summary>
    public Cve? Find(string id)
    {
        // Ids are in capitals, so the order by code holds for what was asked for as well.
        var wanted = id.ToUpperInvariant();
        int low = 0, high = All.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(All[middle].Id, wanted);
            if (order == 0)
                return All[middle];
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }

    /// <summary>What is affected of a line, ordered by CVE id, then by release.</summary>
    public ReadOnlySpan<AffectedReleases> Of(Track track) => _affected.AsSpan(_firstOfTrack[track.Index].._firstOfTrack[track.Index + 1]);

    /// <summary>What makes a release vulnerable, ordered by CVE id; as many as <see cref="ReleaseTable.WeaknessesOf"/> says.</summary>
    public IReadOnlyList<AffectedReleases> Affecting(Track track, int release)
    {
        // Racing threads make equal lists; the last one stays.
        ref var affecting = ref _affecting[_releases.Of(track).First + release];
        if (Volatile.Read(ref affecting) is { } known)
            return known;

        var found = new List<AffectedReleases>();
        AddAffecting(track, release, _known, found);
        AffectedReleases[] made = [.. found];
        Volatile.Write(ref affecting, made);
        return made;
    }

    /// <summary>The same at an earlier moment, added to a list.</summary>
    public void AddAffecting(Track track, int release, Moment moment, ICollection<AffectedReleases> found)
    {
        foreach (var affected in Of(track))
        {
            if (affected.Affects(release, moment))
                found.Add(affected);
        }
    }

    /// <summary>The CVEs of a release, ordered by id.</summary>
    public IReadOnlyList<Cve> CvesOf(Track track, int release) => [.. Affecting(track, release).Select(affected => affected.Cve)];

    /// <summary>Since when software without a CVE has been on a device: as a row of the vulnerabilities says, else since it is installed.</summary>
    public Moment FirstSeenWithoutCve(in Device device, in Installation installation) =>
        installation.FirstFinding >= 0 && device.Given is { } given && _tracks[installation.Track].Given is { WithoutCve: not null }
            ? given.FindingsSeen[installation.FirstFinding]
            : installation.FirstSeen;

    /// <summary>What a CVE affects, ordered by line and release.</summary>
    public IEnumerable<AffectedReleases> AffectedBy(Cve cve) => _byCve.Value[cve];

    /// <summary>How many devices have an installation that a CVE affects. The first call counts all devices.</summary>
    public int ExposedMachinesOf(Cve cve) => _exposure.Value.MachinesOf(cve);

    /// <summary>Since when a CVE has been on some device, as the rows of the vulnerabilities say; null when it is on none. The first call counts all devices.</summary>
    public Moment? FirstSeenOf(Cve cve) => _exposure.Value.FirstSeenOf(cve);

    /// <summary>Counts what <see cref="ExposedMachinesOf"/> and <see cref="FirstSeenOf"/> need, if nobody has yet.</summary>
    internal void Count() => _ = _exposure.Value;

    /// <summary>The reach of each CVE on a line. Neighbouring releases that an overlay names one by one become one reach.</summary>
    private void AddReachOf(Track track, List<(Track Track, string Id, int First, int End, Moment Published)> found)
    {
        if (track.Product is { CvesPerThousandReleases: 0, ListedCves.Count: 0, CveOverlay: null })
            return;

        var first = found.Count;
        foreach (var weakness in WeaknessTimeline.Of(track, _known)
            .Select(weakness => (Id: weakness.CveId, Weakness: weakness))
            .OrderBy(known => known.Id, StringComparer.Ordinal)
            .ThenBy(known => known.Weakness.Introduced))
        {
            var (id, reach) = (weakness.Id, weakness.Weakness);
            if (found.Count > first && found[^1] is var last && last.Id == id && last.End == reach.Introduced)
                found[^1] = last with { End = reach.FixedBy };
            else if (reach.Introduced < reach.FixedBy)
                found.Add((track, id, reach.Introduced, reach.FixedBy, reach.Published));
        }
    }

    private Cve[] CvesOf(List<(Track Track, string Id, int First, int End, Moment Published)> found, Tenant tenant)
    {
        var listed = tenant.Catalog.Listed.SelectMany(product => product.ListedCves).DistinctBy(cve => cve.Id, StringComparer.Ordinal).ToDictionary(cve => cve.Id, cve => cve.CvssTenths, StringComparer.Ordinal);
        return
        [
            .. found
                .GroupBy(reach => reach.Id, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select((same, place) =>
                {
                    var published = same.Min(reach => reach.Published);
                    var history = tenant.SaidOf(same.Key) is { } said
                        ? new CveHistory(said, said.Published ?? published)
                        : new CveHistory(same.Key, published, listed.TryGetValue(same.Key, out var tenths) ? tenths : null);
                    return new Cve(history, same.First().Track.Product, history.RevisionAt(_known), place);
                }),
        ];
    }
}

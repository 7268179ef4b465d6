using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;
using TvmEmulator.UnitTests.Overlays;

namespace TvmEmulator.UnitTests.Weaknesses;

public sealed class CveTableTests
{
    private static readonly Snapshot Sample = Samples.SnapshotOf(1, 60);

    public static TheoryData<long, int, string> Fleets => new()
    {
        { 1, 60, Samples.DefaultMark },
        { -3, 60, "2025-01-01/0200" },
        { 2, 60, "2035-10-01/0800" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void CvesOf_EveryRelease_AreAsManyAsItsWeaknessesAndInOrder(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        foreach (var track in snapshot.Tenant.Catalog.Tracks)
        {
            var (first, count) = snapshot.Releases.Of(track);
            for (var release = 0; release < count; release++)
            {
                var places = snapshot.Cves.CvesOf(track, release).Select(cve => cve.Place).ToList();
                if (places.Count != snapshot.Releases.WeaknessesOf(first + release) || !places.SequenceEqual(places.Distinct().Order()))
                    throw new InvalidOperationException($"{track.Product.Id} {track.Name} {release}: {string.Join(' ', places)}, not {snapshot.Releases.WeaknessesOf(first + release)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void All_EveryCve_IsWellFormedAndFoundInAnyLetterCase(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var all = snapshot.Cves.All;

        all.Select(cve => cve.Id).ShouldBe(all.Select(cve => cve.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var cve in all)
        {
            var isFine = cve.Published <= cve.Updated && cve.Updated <= snapshot.Known
                && cve.CvssTenths is > 0 and <= 100 && cve.Severity == Cve.SeverityOf(cve.CvssTenths)
                && cve.Epss is > 0 and <= 10_000
                && (cve.ExploitTypes.Count == 0) == (cve.Exploitability == Exploitability.NoExploit)
                && cve.ExploitUris.Count == (int)cve.Exploitability
                && ScoreOf(cve.CvssVector!) == cve.CvssTenths
                && snapshot.Cves.Find(cve.Id.ToLowerInvariant()) == cve && all[cve.Place] == cve;
            isFine.ShouldBeTrue(cve.Id);
        }

        snapshot.Cves.Find("CVE-1").ShouldBeNull();
    }

    [Fact]
    public void All_ListedCves_HaveTheirListedScores()
    {
        foreach (var listed in Sample.Tenant.Catalog.Listed.SelectMany(product => product.ListedCves).Where(cve => cve.Published <= Sample.Known))
            Sample.Cves.Find(listed.Id).ShouldNotBeNull().CvssTenths.ShouldBe(listed.CvssTenths, listed.Id);
    }

    [Fact]
    public void All_EqualIdsOfOtherTenants_HaveEqualDetails()
    {
        // The listed products are the same in every tenant. Those of the long tail are not: now and then one draws an id that is taken, and is earlier.
        var same = 0;
        foreach (var other in Samples.SnapshotOf(2, 60).Cves.All)
        {
            if (Sample.Cves.Find(other.Id) is not { } cve || cve.Published != other.Published || cve.Product.Id != other.Product.Id)
                continue;
            same++;
            Details(other).ShouldBe(Details(cve));
        }

        same.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void At_EarlierMoment_IsWhatTheTableOfThatMomentSays()
    {
        var earlier = Samples.SnapshotOf(1, 60, "2026-04-01/0200");
        foreach (var cve in earlier.Cves.All)
            Details(Sample.Cves.Find(cve.Id).ShouldNotBeNull().At(earlier.Known)).ShouldBe(Details(cve));
        earlier.Cves.All.Count(cve => Sample.Cves.Find(cve.Id)!.Revision != cve.Revision).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Affected_EarlierMoment_IsWhatTheTableOfThatMomentSays()
    {
        var earlier = Samples.SnapshotOf(1, 60, "2026-04-01/0200");
        foreach (var track in earlier.Tenant.Catalog.Tracks)
        {
            for (var release = 0; release < earlier.Releases.Of(track).Count; release += 3)
            {
                var then = new List<AffectedReleases>();
                Sample.Cves.AddAffecting(track, release, earlier.Known, then);

                var expected = earlier.Cves.Affecting(track, release).Select(affected => (affected.Cve.Id, affected.UpdateAt(earlier.Known)));
                if (!then.Select(affected => (affected.Cve.Id, affected.UpdateAt(earlier.Known))).SequenceEqual(expected))
                    then.Select(affected => (affected.Cve.Id, affected.UpdateAt(earlier.Known))).ShouldBe(expected, $"{track.Product.Id} {release}");
            }
        }
    }

    [Fact]
    public void AffectedBy_CveOfWindows_IsOnSeveralLines()
    {
        var windows = Sample.Tenant.Catalog.Find("microsoft-_-windows_11")!;
        var (newer, older) = (windows.Tracks.Single(track => track.Name == "25H2"), windows.Tracks.Single(track => track.Name == "24H2"));
        var ids = Sample.Cves.CvesOf(newer, newer.ReleaseAt(Sample.Mark.At) - 1).Where(cve => cve.Id.Length == 16).ToList();

        ids.Count.ShouldBeGreaterThan(3);
        ids.ShouldAllBe(cve => Sample.Cves.AffectedBy(cve).Any(affected => affected.Track == older));
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void ExposedMachinesOf_EveryCve_IsTheCountByBruteForce(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var expected = Samples.RowsOf(snapshot)
            .SelectMany(row => snapshot.Cves.CvesOf(row.Track, row.Release).Select(cve => (cve.Id, row.Device.Ordinal)))
            .Distinct()
            .ToLookup(exposed => exposed.Id, StringComparer.Ordinal);

        foreach (var cve in snapshot.Cves.All)
        {
            var machines = expected[cve.Id].Count();
            if (snapshot.Cves.ExposedMachinesOf(cve) != machines)
                $"{cve.Id} {snapshot.Cves.ExposedMachinesOf(cve)}".ShouldBe($"{cve.Id} {machines}");
        }

        expected.Count.ShouldBeGreaterThan(500);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void FirstSeenOf_EveryCve_IsTheEarliestByBruteForce(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var found = new Installation[InstallationRules.MostPerDevice];
        var expected = new Dictionary<string, Moment>(StringComparer.Ordinal);
        foreach (var device in Enumerable.Range(0, snapshot.Devices).Select(snapshot.DeviceAt))
        {
            foreach (var installation in found[..snapshot.InstallationsOf(device, found)])
            {
                foreach (var affected in snapshot.Cves.Affecting(snapshot.Tenant.Catalog.Tracks[installation.Track], installation.Release))
                {
                    var seen = affected.FirstSeen(device, installation);
                    expected[affected.Cve.Id] = expected.TryGetValue(affected.Cve.Id, out var known) && known < seen ? known : seen;
                }
            }
        }

        foreach (var cve in snapshot.Cves.All)
        {
            Moment? seen = expected.TryGetValue(cve.Id, out var known) ? known : null;
            if (snapshot.Cves.FirstSeenOf(cve) != seen)
                $"{cve.Id} {snapshot.Cves.FirstSeenOf(cve)}".ShouldBe($"{cve.Id} {seen}");
        }
    }

    [Fact]
    public void UpdateAt_EveryRelease_IsTheFirstLaterReleaseWithoutTheCve()
    {
        foreach (var track in Sample.Tenant.Catalog.Listed.SelectMany(product => product.Tracks).Where(track => track.Index % 5 == 0))
        {
            var releases = Sample.Releases.Of(track).Count;
            for (var release = 0; release < releases; release += 5)
            {
                var expected = Sample.Cves.CvesOf(track, release)
                    .Select(cve => Enumerable.Range(release, releases - release).FirstOrDefault(later => !Sample.Cves.CvesOf(track, later).Contains(cve), -1))
                    .Where(later => later >= 0)
                    .GroupBy(later => later)
                    .OrderBy(update => update.Key)
                    .Select(update => (update.Key, update.Count()));

                Sample.Cves.Affecting(track, release)
                    .Select(affected => affected.UpdateAt(Sample.Known))
                    .OfType<SecurityUpdate>()
                    .GroupBy(update => update.Release)
                    .OrderBy(update => update.Key)
                    .Select(update => (update.Key, update.Count()))
                    .ShouldBe(expected, $"{track.Product.Id} {track.Name} {release}");
            }
        }
    }

    [Theory]
    [InlineData("microsoft-_-windows_11", "24H2", "^[A-Z][a-z]+ 20[0-9][0-9] Security Updates$", "^[0-9]{7}$")]
    [InlineData("openbsd-_-openssh", "24.04", "^USN-[0-9]{4}-1: Openssh vulnerabilities$", "^USN-[0-9]{4}-1$")]
    [InlineData("google-_-chrome", "stable", "^Update Chrome to version [0-9.]+$", null)]
    public void Of_Release_IsNamedAsItsVendorDoes(string product, string line, string name, string? id)
    {
        var track = Sample.Tenant.Catalog.Find(product)!.Tracks.Single(track => track.Name == line);

        var update = SecurityUpdate.Of(track, 1);

        update.Name.ShouldMatch(name);
        update.Released.ShouldBe(track.DateOf(1));
        if (id is null)
            (update.Id, update.Url).ShouldBe((null, null));
        else
            update.Id.ShouldNotBeNull().ShouldMatch(id);
    }

    [Fact]
    public void CvesOf_OverlayOnNeighbouringVersions_HasOneReachAndOneFix()
    {
        var chrome = Sample.Tenant.Catalog.Find("google-_-chrome")!.Tracks[0];
        var release = chrome.ReleaseAt(Sample.Mark.At) - 3;
        var cve = new CveChange("CVE-2026-1", Affects: [new AffectedSoftware(chrome.Product.Id, [chrome.VersionOf(release), chrome.VersionOf(release + 1)])]);
        var snapshot = Overlaid.With(cve).At(Overlaid.Mark);
        var line = snapshot.Tenant.Catalog.Find(chrome.Product.Id)!.Tracks[0];

        var affected = snapshot.Cves.AffectedBy(snapshot.Cves.Find("cve-2026-1")!).Single(affected => affected.Track == line);

        (affected.First, affected.End).ShouldBe((release, release + 2));
        affected.UpdateAt(snapshot.Mark.At)!.Release.ShouldBe(release + 2);
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(2, 4, 2)]
    [InlineData(4, 4, 4)]
    public void FirstSeen_LineSinceTheFirstRelease_IsWhenTheFirstAffectedReleaseCame(int first, int release, int expected)
    {
        var track = Sample.Tenant.Catalog.Find("google-_-chrome")!.Tracks[0];
        const int Lag = 5 * Moment.Day + 77;
        var affected = new AffectedReleases(0, Sample.Cves.All[0], track, first, int.MaxValue, track.DateOf(0));
        var lineSince = track.DateOf(0).Plus(9);

        affected.FirstSeen(lineSince, release, track.DateOf(release).Plus(Lag)).ShouldBe(expected == 0 ? lineSince : track.DateOf(expected).Plus(Lag));
    }

    private static object Details(Cve cve) =>
        (cve.Id, cve.CvssTenths, cve.CvssVector, cve.Published, cve.Updated, cve.Exploitability, cve.Epss, cve.Description, string.Join('|', cve.ExploitTypes));

    private static int ScoreOf(string vector) => CvssVector.Of(string.Concat(vector.Split('/').Skip(1).Select(metric => metric[^1]))).ScoreTenths;
}

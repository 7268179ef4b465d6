using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Findings;

/// <summary>Where CVEs are.</summary>
public static class CvePlaces
{
    /// <summary>The places of the devices that have a version which a CVE affects, ascending. Every device is looked at.</summary>
    public static IReadOnlyList<int> PlacesExposedTo(this Snapshot snapshot, Cve cve, CancellationToken cancellation)
    {
        var affected = snapshot.Cves.AffectedBy(cve).ToLookup(affected => affected.Track);
        return
        [
            .. Enumerable.Range(0, snapshot.Devices).AsParallel().AsOrdered().WithCancellation(cancellation).Where(place => snapshot.ReleasesOn(place)
                .Any(installed => affected[installed.Track].Any(reach => reach.Affects(installed.Release, snapshot.Known)))),
        ];
    }
}

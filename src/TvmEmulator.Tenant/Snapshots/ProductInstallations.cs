using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>Where a product is installed in a snapshot, and what is wrong with it there.</summary>
public static class ProductInstallations
{
    /// <summary>The CVEs that affect an installed version of a product, each once, ordered by id.</summary>
    public static IReadOnlyList<Cve> InstalledCvesOf(this Snapshot snapshot, Product product)
    {
        var cves = new SortedDictionary<int, Cve>();
        foreach (var track in product.AllTracks)
        {
            var (first, count) = snapshot.Releases.Of(track);
            var installations = snapshot.Releases.Installations.Slice(first, count);
            foreach (var affected in snapshot.Cves.Of(track))
            {
                if (affected.First < count && installations[affected.First..Math.Min(affected.End, count)].ContainsAnyExcept(0))
                    cves[affected.Cve.Place] = affected.Cve;
            }
        }

        return [.. cves.Values];
    }

    /// <summary>The places of the devices that have a product, ascending. All devices are looked at.</summary>
    public static IReadOnlyList<int> PlacesWith(this Snapshot snapshot, Product product, CancellationToken cancellation) =>
    [
        .. Enumerable.Range(0, snapshot.Devices).AsParallel().AsOrdered().WithCancellation(cancellation)
            .Where(place => snapshot.ReleasesOn(place).Any(installed => installed.Track.Product == product)),
    ];

    /// <summary>The numbered updates of a product that some device is without, oldest first. All devices are looked at.</summary>
    public static IReadOnlyList<MissingKb> MissingKbsOf(this Snapshot snapshot, Product product, CancellationToken cancellation)
    {
        var kbs = new MissingKbs(snapshot);
        var idsOf = new Dictionary<(Track Track, int Release), IReadOnlySet<string>>();
        foreach (var track in product.AllTracks)
        {
            var (first, count) = snapshot.Releases.Of(track);
            for (var release = 0; release < count; release++)
            {
                if (snapshot.Releases.InstallationsOf(first + release) > 0)
                    idsOf[(track, release)] = kbs.Add(track, release);
            }
        }

        if (kbs.IsEmpty)
            return [];

        // A device with several releases of the product may be without one update twice.
        var machines = Enumerable.Range(0, snapshot.Devices).AsParallel().WithCancellation(cancellation)
            .SelectMany(place => snapshot.ReleasesOn(place).Where(idsOf.ContainsKey).SelectMany(installed => idsOf[installed]).Distinct(StringComparer.Ordinal))
            .GroupBy(id => id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        return kbs.ToList(id => machines[id]);
    }
}

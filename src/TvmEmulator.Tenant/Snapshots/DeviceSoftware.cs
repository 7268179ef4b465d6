using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>What is on one device of a snapshot.</summary>
public static class DeviceSoftware
{
    /// <summary>The products on the device at a place, each once, ordered by vendor and name.</summary>
    public static IReadOnlyList<Product> ProductsOn(this Snapshot snapshot, int place) =>
        [.. snapshot.ReleasesOn(place).Select(installed => installed.Track.Product).Distinct()];

    /// <summary>The CVEs on the device at a place, each once, ordered by id.</summary>
    public static IReadOnlyList<Cve> CvesOn(this Snapshot snapshot, int place) =>
        [.. snapshot.ReleasesOn(place).SelectMany(installed => snapshot.Cves.CvesOf(installed.Track, installed.Release)).Distinct().OrderBy(cve => cve.Place)];

    /// <summary>The numbered updates that the device at a place is without, oldest first.</summary>
    public static IReadOnlyList<MissingKb> MissingKbsOn(this Snapshot snapshot, int place)
    {
        var kbs = new MissingKbs(snapshot);
        foreach (var (track, release) in snapshot.ReleasesOn(place))
            kbs.Add(track, release);
        return kbs.ToList(_ => 1);
    }

    /// <summary>The releases on the device at a place, in the order of rows.</summary>
    internal static IReadOnlyList<(Track Track, int Release)> ReleasesOn(this Snapshot snapshot, int place)
    {
        Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
        var releases = new List<(Track Track, int Release)>();
        foreach (ref readonly var installation in found[..snapshot.InstallationsOf(snapshot.DeviceAt(place), found)])
            releases.Add((snapshot.Tenant.Catalog.Tracks[installation.Track], installation.Release));
        return releases;
    }
}

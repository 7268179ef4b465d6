using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>The <see cref="ReleaseFacts"/> of the releases of a snapshot, each made when the first device has it. For use from many threads.</summary>
internal sealed class ReleaseFactTable(Snapshot snapshot)
{
    private const string Sensor = "microsoft-_-defender_for_endpoint";

    private readonly ReleaseFacts?[] _facts = new ReleaseFacts?[snapshot.Releases.Count];

    public ReleaseFacts Of(in Installation installation)
    {
        // Racing threads make equal facts; the last ones stay.
        ref var facts = ref _facts[snapshot.Releases.NumberOf(installation)];
        return Volatile.Read(ref facts) ?? (facts = Make(snapshot.Tenant.Catalog.Tracks[installation.Track], installation.Release));
    }

    private ReleaseFacts Make(Track track, int release) => new(
        OsRelease.Of(track, release),
        track.Product.Id.StartsWith(Sensor, StringComparison.Ordinal) ? track.VersionOf(release) : null,
        Exposure.Of(snapshot.Cves.CvesOf(track, release)));
}

using System.Collections.Concurrent;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests;

/// <summary>A row of the software inventory as a plain object, made the slow obvious way: device by device, CVE by CVE.</summary>
internal sealed record PlainRow(Device Device, Product Product, Track Track, int Release, int Variant, Moment FirstSeen, string Version, int Weaknesses)
{
    public static IEnumerable<PlainRow> AllOf(Snapshot snapshot)
    {
        var weaknesses = new ConcurrentDictionary<(Track Track, int Release), int>();
        var found = new Installation[InstallationRules.MostPerDevice];
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var device = snapshot.DeviceAt(place);
            var count = snapshot.InstallationsOf(device, found);
            for (var i = 0; i < count; i++)
            {
                var track = snapshot.Tenant.Catalog.Tracks[found[i].Track];
                yield return new PlainRow(
                    device,
                    track.Product,
                    track,
                    found[i].Release,
                    found[i].Variant,
                    found[i].FirstSeen,
                    track.VersionOf(found[i].Release),
                    weaknesses.GetOrAdd((track, found[i].Release), key => CountOf(key.Track, key.Release, snapshot.Known)));
            }
        }
    }

    private static int CountOf(Track track, int release, Moment moment) => WeaknessTimeline.Of(track, moment).Count(weakness => weakness.Affects(release, moment));
}

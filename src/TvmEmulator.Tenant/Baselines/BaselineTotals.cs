using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>On how many devices of a snapshot each baseline profile is assessed, and on how many all of its settings are as recommended: one parallel pass.</summary>
public sealed class BaselineTotals
{
    private readonly int[] _total, _passed;
    private readonly Dictionary<BaselineProfile, int> _places;

    internal BaselineTotals(Snapshot snapshot)
    {
        var profiles = snapshot.Tenant.Benchmark.Profiles;
        _total = new int[profiles.Count];
        _passed = new int[profiles.Count];
        _places = profiles.Select((profile, place) => (profile, place)).ToDictionary();
        Parallel.For(0, snapshot.Devices, place =>
        {
            var rows = new List<BaselineRow>();
            BaselineRules.Find(snapshot.Tenant, snapshot.DeviceAt(place), snapshot.Mark.At, rows);
            foreach (var profile in rows.GroupBy(row => row.Profile))
            {
                Interlocked.Increment(ref _total[_places[profile.Key]]);
                if (profile.All(row => row.IsCompliant is not false))
                    Interlocked.Increment(ref _passed[_places[profile.Key]]);
            }
        });
    }

    /// <summary>Number of devices that a profile is assessed on.</summary>
    public int TotalOf(BaselineProfile profile) => _total[_places[profile]];

    /// <summary>Number of devices on which every setting that applies is as recommended.</summary>
    public int PassedOf(BaselineProfile profile) => _passed[_places[profile]];
}

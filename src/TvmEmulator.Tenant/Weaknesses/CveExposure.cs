using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>How many devices each CVE is on: one parallel pass over the devices, each device counted once for a CVE and once for each product.</summary>
internal sealed class CveExposure
{
    private const int BlockSize = 256;

    private readonly Snapshot _snapshot;
    private readonly CveTable _cves;

    // Counters: one for every CVE, then one for every pair of CVE and product.
    private readonly List<(Cve Cve, Product Product)> _pairs = [];
    private readonly int[] _pairOfAffected;
    private readonly ILookup<int, int> _pairsOfCve;
    private readonly int[] _machines;
    private readonly int[]?[] _countersOfRelease;

    public CveExposure(Snapshot snapshot, CveTable cves)
    {
        _snapshot = snapshot;
        _cves = cves;
        _countersOfRelease = new int[snapshot.Releases.Count][];
        _pairOfAffected = new int[cves.Affected.Count];
        var places = new Dictionary<(int Cve, Product Product), int>();
        foreach (var affected in cves.Affected)
        {
            var key = (affected.Cve.Place, affected.Track.Product);
            if (places.TryAdd(key, _pairs.Count))
                _pairs.Add((affected.Cve, affected.Track.Product));
            _pairOfAffected[affected.Number] = places[key];
        }

        _pairsOfCve = Enumerable.Range(0, _pairs.Count).ToLookup(pair => _pairs[pair].Cve.Place);
        _machines = new int[cves.All.Count + _pairs.Count];
        Count();
    }

    public int MachinesOf(Cve cve) => _machines[cve.Place];

    public IReadOnlyList<ExposedProduct> ProductsOf(Cve cve) =>
        [.. _pairsOfCve[cve.Place].Select(pair => new ExposedProduct(_pairs[pair].Product, _machines[_cves.All.Count + pair]))];

    private void Count() => Parallel.For(
        0,
        (_snapshot.Devices + BlockSize - 1) / BlockSize,
        () => new Tally(_machines.Length),
        (block, _, tally) =>
        {
            Span<Installation> found = stackalloc Installation[_snapshot.Tenant.MostInstallations];
            for (var place = block * BlockSize; place < Math.Min((block + 1) * BlockSize, _snapshot.Devices); place++)
            {
                foreach (ref readonly var installation in found[.._snapshot.InstallationsOf(_snapshot.DeviceAt(place), found)])
                    tally.Add(CountersOf(installation), place);
            }

            return tally;
        },
        tally =>
        {
            lock (_pairs)
                tally.AddTo(_machines);
        });

    private int[] CountersOf(in Installation installation)
    {
        // Racing threads make equal lists; the last one stays.
        ref var counters = ref _countersOfRelease[_snapshot.Releases.NumberOf(installation)];
        if (Volatile.Read(ref counters) is { } known)
            return known;

        int[] made =
        [
            .. _cves.Affecting(_snapshot.Tenant.Catalog.Tracks[installation.Track], installation.Release)
                .SelectMany(affected => new[] { affected.Cve.Place, _cves.All.Count + _pairOfAffected[affected.Number] }),
        ];
        Volatile.Write(ref counters, made);
        return made;
    }

    /// <summary>The counts of one thread. It remembers for every counter the last device that was counted.</summary>
    private sealed class Tally(int counters)
    {
        private readonly int[] _counts = new int[counters];
        private readonly int[] _lastPlaces = new int[counters];

        public void Add(int[] counters, int place)
        {
            foreach (var counter in counters)
            {
                if (_lastPlaces[counter] == place + 1)
                    continue;
                _lastPlaces[counter] = place + 1;
                _counts[counter]++;
            }
        }

        public void AddTo(int[] machines)
        {
            for (var counter = 0; counter < machines.Length; counter++)
                machines[counter] += _counts[counter];
        }
    }
}

using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>How many devices each CVE is on, and since when: one parallel pass over the devices, each counted once for a CVE.</summary>
internal sealed class CveExposure
{
    private const int BlockSize = 256;

    private readonly Snapshot _snapshot;
    private readonly CveTable _cves;
    private readonly Tally _all;

    public CveExposure(Snapshot snapshot, CveTable cves)
    {
        _snapshot = snapshot;
        _cves = cves;
        _all = new Tally(cves.All.Count);
        Count();
    }

    public int MachinesOf(Cve cve) => _all.Machines[cve.Place];

    public Moment? FirstSeenOf(Cve cve) => _all.Machines[cve.Place] == 0 ? null : _all.FirstSeen[cve.Place];

    private void Count() => Parallel.For(
        0,
        (_snapshot.Devices + BlockSize - 1) / BlockSize,
        () => new Tally(_cves.All.Count),
        (block, _, tally) =>
        {
            Span<Installation> found = stackalloc Installation[_snapshot.Tenant.MostInstallations];
            for (var place = block * BlockSize; place < Math.Min((block + 1) * BlockSize, _snapshot.Devices); place++)
            {
                var device = _snapshot.DeviceAt(place);
                foreach (ref readonly var installation in found[.._snapshot.InstallationsOf(device, found)])
                {
                    foreach (var affected in _cves.Affecting(_snapshot.Tenant.Catalog.Tracks[installation.Track], installation.Release))
                        tally.Add(affected.Cve.Place, place, affected.FirstSeen(device, installation));
                }
            }

            return tally;
        },
        tally =>
        {
            lock (_all)
                _all.Add(tally);
        });

    /// <summary>The counts of one thread, or of all. It remembers for every CVE the last device that was counted.</summary>
    private sealed class Tally
    {
        private readonly int[] _lastPlaces;

        public Tally(int cves)
        {
            (Machines, FirstSeen, _lastPlaces) = (new int[cves], new Moment[cves], new int[cves]);
            Array.Fill(FirstSeen, new Moment(int.MaxValue));
        }

        public int[] Machines { get; }

        public Moment[] FirstSeen { get; }

        public void Add(int cve, int place, Moment firstSeen)
        {
            if (firstSeen < FirstSeen[cve])
                FirstSeen[cve] = firstSeen;
            if (_lastPlaces[cve] == place + 1)
                return;
            _lastPlaces[cve] = place + 1;
            Machines[cve]++;
        }

        public void Add(Tally other)
        {
            for (var cve = 0; cve < Machines.Length; cve++)
            {
                Machines[cve] += other.Machines[cve];
                if (other.FirstSeen[cve] < FirstSeen[cve])
                    FirstSeen[cve] = other.FirstSeen[cve];
            }
        }
    }
}

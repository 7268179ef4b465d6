using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// All CVEs on all versions that devices of a snapshot have, as a stream of which only the number of rows of each device is kept. The order is that of the
/// export of software vulnerabilities: by device, installation, CVE.
/// </summary>
public sealed class CveRows
{
    private readonly Snapshot _snapshot;
    private readonly RowIndex _index;

    internal CveRows(Snapshot snapshot)
    {
        _snapshot = snapshot;
        var rows = new int[snapshot.Devices];
        Parallel.For(0, rows.Length, place =>
        {
            Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
            foreach (ref readonly var installation in found[..snapshot.InstallationsOf(snapshot.DeviceAt(place), found)])
                rows[place] += snapshot.Releases.WeaknessesOf(snapshot.Releases.NumberOf(installation));
        });
        _index = new RowIndex(rows);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _index.Rows;

    /// <summary>The rows from one on; none when it is behind the last.</summary>
    public IEnumerable<CveRow> From(int row)
    {
        if (row >= Count)
            yield break;

        var (first, offset) = _index.Locate(row);
        for (var place = first; place < _snapshot.Devices; place++)
        {
            foreach (var found in RowsOf(place).Skip(place == first ? offset : 0))
                yield return found;
        }
    }

    private List<CveRow> RowsOf(int place)
    {
        var rows = new List<CveRow>();
        var device = _snapshot.DeviceAt(place);
        Span<Installation> found = stackalloc Installation[_snapshot.Tenant.MostInstallations];
        foreach (ref readonly var installation in found[.._snapshot.InstallationsOf(device, found)])
        {
            foreach (var affected in _snapshot.Cves.Of(_snapshot.Tenant.Catalog.Tracks[installation.Track]))
            {
                if (affected.Affects(installation.Release, _snapshot.Mark.At))
                    rows.Add(new CveRow(device, affected, installation.Release));
            }
        }

        return rows;
    }
}

using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

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
    /// <param name="row">The number of the first row that may be among them.</param>
    /// <param name="scope">Which rows; others are passed without being made.</param>
    /// <param name="cancellation">Ends it when nobody waits any more: devices without such rows can follow each other for long.</param>
    public IEnumerable<CveRow> From(int row, CveRowScope scope, CancellationToken cancellation = default)
    {
        if (row >= Count)
            yield break;

        var isWanted = scope.TracksIn(_snapshot);
        var (first, last) = (_index.Locate(row).Place, _snapshot.Devices - 1);
        if (scope.Place is { } only)
            (first, last) = (Math.Max(first, only), only);
        for (var place = first; place <= last; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var found in RowsOf(place, isWanted, scope.Cve))
            {
                if (found.Number >= row)
                    yield return found;
            }
        }
    }

    private List<CveRow> RowsOf(int place, bool[] isWanted, Cve? cve)
    {
        var rows = new List<CveRow>();
        var number = _index.FirstRowOf(place);
        var device = _snapshot.DeviceAt(place);
        Span<Installation> found = stackalloc Installation[_snapshot.Tenant.MostInstallations];
        foreach (ref readonly var installation in found[.._snapshot.InstallationsOf(device, found)])
        {
            if (!isWanted[installation.Track])
            {
                number += _snapshot.Releases.WeaknessesOf(_snapshot.Releases.NumberOf(installation));
                continue;
            }

            foreach (var affected in _snapshot.Cves.Affecting(_snapshot.Tenant.Catalog.Tracks[installation.Track], installation.Release))
            {
                if (cve is null || affected.Cve == cve)
                    rows.Add(new CveRow(number, device, affected, installation.Release));
                number++;
            }
        }

        return rows;
    }
}

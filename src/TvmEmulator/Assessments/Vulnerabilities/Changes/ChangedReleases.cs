using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Assessments.Vulnerabilities.Changes;

/// <summary>In which of the six-hour windows before a snapshot the CVEs of a release changed: one bit each, so that devices are looked at closely only where something happened.</summary>
internal sealed class ChangedReleases
{
    /// <summary>How far back changes are told: 14 days (contract: get-assessment-software-vulnerabilities).</summary>
    public const int MostWindows = 56;

    private readonly ulong[] _windows;

    public ChangedReleases(Snapshot snapshot)
    {
        _windows = new ulong[snapshot.Releases.Count];
        foreach (var affected in snapshot.Cves.Affected)
        {
            if (WindowsOf(affected, snapshot.Known) is not (> 0 and var windows))
                continue;
            var (first, count) = snapshot.Releases.Of(affected.Track);
            for (var release = affected.First; release < Math.Min(affected.End, count); release++)
                _windows[first + release] |= windows;
        }
    }

    /// <summary>Whether the CVEs of a release changed in a window.</summary>
    /// <param name="number">The release's number in the snapshot.</param>
    /// <param name="window">How many windows come after it.</param>
    public bool In(int number, int window) => (_windows[number] >> window & 1) != 0;

    private static ulong WindowsOf(AffectedReleases affected, Moment newest)
    {
        var windows = Bit(affected.Published, newest);
        for (var revision = 1; revision < affected.Cve.Revisions; revision++)
            windows |= Bit(affected.Cve.RevisedAt(revision), newest);
        return affected.End == int.MaxValue ? windows : windows | Bit(affected.Track.DateOf(affected.End), newest);
    }

    // A window ends with what its snapshot knows and begins right after the one before.
    private static ulong Bit(Moment moment, Moment newest) =>
        moment <= newest && ((long)newest.Seconds - moment.Seconds) / SnapshotMark.Interval is < MostWindows and var window ? 1ul << (int)window : 0;
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Assessments.Vulnerabilities.Changes;

/// <summary>
/// Finds what changed on a device from one snapshot to the next: the difference of its rows, each with the moment at which the tenant says that it came
/// about. What the tenant gives no moment for, and what came about before the earlier snapshot, is noted when the device reports for the later one.
/// </summary>
internal sealed class DeviceComparison(Snapshot newest, ChangedReleases changed)
{
    private readonly List<AffectedReleases> _old = [], _new = [];
    private readonly List<VulnerabilityChange> _changes = [];
    private DeviceState _before = new(newest.Tenant), _after = new(newest.Tenant);
    private int _window;

    /// <summary>What was found, ordered by moment; what is gone comes before what is new.</summary>
    public IReadOnlyList<VulnerabilityChange> Changes { get; private set; } = [];

    /// <summary>Compares two states.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The one a snapshot later.</param>
    /// <param name="window">How many windows come after this one.</param>
    public void Compare(DeviceState before, DeviceState after, int window)
    {
        (_before, _after, _window) = (before, after, window);
        _changes.Clear();
        if (before.Device.Key != after.Device.Key)
            Replace(InWindow(after.Device.Joined));
        else if (before.Device.Group != after.Device.Group)
            Replace(after.Learned);
        else if (!before.Installations.SequenceEqual(after.Installations) || HasChangedCves())
            CompareProducts();
        // The order is stable: rows of one moment and status stay in the order of the export.
        Changes = _changes.Count == 0 ? [] : [.. _changes.OrderBy(change => change.At).ThenBy(change => change.Status)];
    }

    /// <summary>All rows go, and others come.</summary>
    private void Replace(Moment at)
    {
        foreach (ref readonly var installation in _before.Installations)
            AddFixed(installation, at);
        foreach (ref readonly var installation in _after.Installations)
            AddNew(installation, at);
    }

    private bool HasChangedCves()
    {
        foreach (ref readonly var installation in _after.Installations)
        {
            if (HasChangedCves(installation))
                return true;
        }

        return false;
    }

    private bool HasChangedCves(in Installation installation) => changed.In(newest.Releases.NumberOf(installation), _window);

    /// <summary>Both lists are ordered by product; within a product, of which few versions are on a device, everything is compared with everything.</summary>
    private void CompareProducts()
    {
        var before = _before.Installations;
        var after = _after.Installations;
        while (!before.IsEmpty || !after.IsEmpty)
        {
            var rank = Math.Min(RankOf(before), RankOf(after));
            var (old, now) = (CountOf(before, rank), CountOf(after, rank));
            CompareVersions(before[..old], after[..now]);
            before = before[old..];
            after = after[now..];
        }
    }

    private void CompareVersions(ReadOnlySpan<Installation> before, ReadOnlySpan<Installation> after)
    {
        // A version that went made room for the one that came.
        Moment? replaced = null;
        foreach (ref readonly var installation in after)
        {
            if (Find(before, installation) >= 0)
                continue;
            replaced = InWindow(installation.FirstSeen);
            AddNew(installation, replaced.Value);
        }

        foreach (ref readonly var installation in before)
        {
            if (Find(after, installation) is >= 0 and var same)
                CompareCves(installation, after[same]);
            else
                AddFixed(installation, replaced ?? _after.Learned);
        }
    }

    private void CompareCves(in Installation before, in Installation after)
    {
        var isSame = before == after;
        if (isSame && !HasChangedCves(after))
            return;

        Collect(_old, before, _before.Known);
        Collect(_new, after, _after.Known);
        if (_old.Count == 0 && _new.Count > 0)
            Add(ChangeStatus.Fixed, InWindow(_new.Min(affected => affected.Published)), before, null);
        else if (_old.Count > 0 && _new.Count == 0)
            Add(ChangeStatus.New, _after.Learned, after, null);
        else if (_old.Count == 0 && !isSame)
            Add(ChangeStatus.Updated, _after.Learned, after, null);

        var (old, now) = (0, 0);
        while (old < _old.Count || now < _new.Count)
        {
            var order = (old < _old.Count ? _old[old].Cve.Place : int.MaxValue).CompareTo(now < _new.Count ? _new[now].Cve.Place : int.MaxValue);
            if (order < 0)
                Add(ChangeStatus.Fixed, _after.Learned, before, _old[old++]);
            else if (order > 0)
                Add(ChangeStatus.New, InWindow(_new[now].Published), after, _new[now++]);
            else
                CompareDetails(before, _old[old++], after, _new[now++]);
        }
    }

    private void CompareDetails(in Installation before, AffectedReleases old, in Installation after, AffectedReleases now)
    {
        var (from, to) = (_before.Known, _after.Known);
        var (was, isNow) = (old.Cve.At(from), now.Cve.At(to));
        Moment? at = before.Track != after.Track || before.Variant != after.Variant || old.FirstSeen(_before.Device, before) != now.FirstSeen(_after.Device, after) ? _after.Learned : null;
        if (now.UpdateAt(to)?.Name != old.UpdateAt(from)?.Name)
            at = now.UpdateReleasedAt(to) ?? _after.Learned;
        if (!isNow.SaysTheSameAs(was))
            at = at is { } updated ? Moment.Later(updated, isNow.Updated) : isNow.Updated;
        if (at is { } moment)
            Add(ChangeStatus.Updated, InWindow(moment), after, now);
    }

    private void AddFixed(in Installation installation, Moment at)
    {
        Collect(_old, installation, _before.Known);
        if (_old.Count == 0)
            Add(ChangeStatus.Fixed, at, installation, null);
        foreach (var affected in _old)
            Add(ChangeStatus.Fixed, at, installation, affected);
    }

    /// <summary>A CVE may have been published after the installation came.</summary>
    private void AddNew(in Installation installation, Moment at)
    {
        Collect(_new, installation, _after.Known);
        if (_new.Count == 0)
            Add(ChangeStatus.New, at, installation, null);
        foreach (var affected in _new)
            Add(ChangeStatus.New, Moment.Later(at, affected.Published), installation, affected);
    }

    private void Add(ChangeStatus status, Moment at, in Installation installation, AffectedReleases? affected) =>
        _changes.Add(new VulnerabilityChange(status, at, installation, affected));

    private void Collect(List<AffectedReleases> affected, in Installation installation, Moment known)
    {
        affected.Clear();
        newest.Cves.AddAffecting(TrackOf(installation), installation.Release, known, affected);
    }

    private int Find(ReadOnlySpan<Installation> installations, in Installation wanted)
    {
        for (var i = 0; i < installations.Length; i++)
        {
            ref readonly var installation = ref installations[i];
            if (installation.Track == wanted.Track ? installation.Release == wanted.Release : VersionOf(installation) == VersionOf(wanted))
                return i;
        }

        return -1;
    }

    private Moment InWindow(Moment moment) => moment > _before.Moment && moment <= _after.Learned ? moment : _after.Learned;

    private Track TrackOf(in Installation installation) => newest.Tenant.Catalog.Tracks[installation.Track];

    private string VersionOf(in Installation installation) => TrackOf(installation).VersionOf(installation.Release);

    private int RankOf(ReadOnlySpan<Installation> installations) => installations.IsEmpty ? int.MaxValue : TrackOf(installations[0]).Product.Rank;

    private int CountOf(ReadOnlySpan<Installation> installations, int rank)
    {
        var count = 0;
        while (count < installations.Length && TrackOf(installations[count]).Product.Rank == rank)
            count++;
        return count;
    }
}

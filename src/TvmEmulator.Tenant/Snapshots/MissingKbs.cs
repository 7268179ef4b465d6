using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>
/// Collects the numbered Microsoft updates that releases are without, each once. An update is missing when it fixes a known CVE of the release.
/// </summary>
internal sealed class MissingKbs(Snapshot snapshot)
{
    private readonly Dictionary<string, Kb> _kbs = new(StringComparer.Ordinal);

    /// <summary>Whether no release was without any.</summary>
    public bool IsEmpty => _kbs.Count == 0;

    /// <summary>Takes in what a release is without; answers the ids.</summary>
    public HashSet<string> Add(Track track, int release)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (track.Product.Vendor != "microsoft")
            return ids;

        foreach (var affected in snapshot.Cves.Of(track))
        {
            if (!affected.Affects(release, snapshot.Known) || affected.UpdateAt(snapshot.Known) is not { Id: { } id } update)
                continue;
            if (!_kbs.TryGetValue(id, out var kb))
                _kbs[id] = kb = new Kb(update);
            kb.Products.Add(track.Product.Name);
            kb.Cves.Add(affected.Cve.Place);
            ids.Add(id);
        }

        return ids;
    }

    /// <summary>All that was taken in, oldest first.</summary>
    /// <param name="machines">How many devices are without an update, by its id.</param>
    public IReadOnlyList<MissingKb> ToList(Func<string, int> machines) =>
    [
        .. _kbs.OrderBy(kb => kb.Value.Update.Released).ThenBy(kb => kb.Key, StringComparer.Ordinal).Select(kb => new MissingKb(
            kb.Key,
            kb.Value.Update.Name,
            kb.Value.Update.Url,
            OsRelease.Of(kb.Value.Update.Track, kb.Value.Update.Release)?.Build,
            [.. kb.Value.Products],
            machines(kb.Key),
            kb.Value.Cves.Count)),
    ];

    /// <summary>What is known of an update so far.</summary>
    private sealed record Kb(SecurityUpdate Update)
    {
        public SortedSet<string> Products { get; } = new(StringComparer.Ordinal);

        public HashSet<int> Cves { get; } = [];
    }
}

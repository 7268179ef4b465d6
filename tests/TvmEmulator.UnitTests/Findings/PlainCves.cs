using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Findings;

/// <summary>The CVEs of installed versions, found in the timelines of their lines: slow, and obviously right.</summary>
internal static class PlainCves
{
    /// <summary>The ids of the CVEs of a row of the inventory, each once, ordered.</summary>
    public static IReadOnlyList<string> IdsOf(PlainRow row, Snapshot snapshot) => IdsOf(row.Track, row.Release, snapshot);

    /// <summary>The score times ten of the worst CVE of a row, twice that with an exploit; 0 without a CVE.</summary>
    public static int RiskOf(PlainRow row, Snapshot snapshot) => IdsOf(row, snapshot)
        .Select(id => snapshot.Cves.Find(id)!)
        .Select(cve => cve.CvssTenths * (cve.Exploitability == Exploitability.NoExploit ? 1 : 2))
        .DefaultIfEmpty(0)
        .Max();

    private static List<string> IdsOf(Track track, int release, Snapshot snapshot) =>
    [
        .. WeaknessTimeline.Of(track, snapshot.Known)
            .Where(weakness => weakness.Affects(release, snapshot.Known))
            .Select(weakness => weakness.CveId)
            .Order(StringComparer.Ordinal),
    ];
}

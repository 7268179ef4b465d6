using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>What an overlay does to the CVEs of all lines of releases.</summary>
internal sealed class CveOverlay(IEnumerable<string> ids, IEnumerable<(Track Track, Weakness Weakness)> weaknesses)
{
    private readonly HashSet<string> _ids = new(ids, StringComparer.Ordinal);
    private readonly ILookup<Track, Weakness> _weaknesses = weaknesses.ToLookup(entry => entry.Track, entry => entry.Weakness);

    /// <summary>The CVEs of a line: the generated ones that the overlay does not speak of, and its own.</summary>
    public IEnumerable<Weakness> Apply(Track track, IEnumerable<Weakness> generated) =>
        generated.Where(weakness => !_ids.Contains(weakness.CveId)).Concat(_weaknesses[track]);
}

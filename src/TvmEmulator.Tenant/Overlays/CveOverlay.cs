using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>What an overlay, or a given organization, does to the CVEs of all lines of releases.</summary>
internal sealed class CveOverlay
{
    private readonly HashSet<string> _ids;
    private readonly Func<Track, IEnumerable<Weakness>> _weaknesses;
    private readonly CveOverlay? _below;

    /// <param name="ids">The CVEs that it speaks of: those that are generated go.</param>
    /// <param name="weaknesses">Its own, with the lines that they are on.</param>
    public CveOverlay(IEnumerable<string> ids, IEnumerable<(Track Track, Weakness Weakness)> weaknesses)
    {
        var lookup = weaknesses.ToLookup(entry => entry.Track, entry => entry.Weakness);
        _ids = new HashSet<string>(ids, StringComparer.Ordinal);
        _weaknesses = track => lookup[track];
    }

    /// <param name="weaknesses">The CVEs of each line, beside those that are generated.</param>
    public CveOverlay(Func<Track, IEnumerable<Weakness>> weaknesses)
    {
        _ids = [];
        _weaknesses = weaknesses;
    }

    private CveOverlay(CveOverlay above, CveOverlay below)
    {
        _ids = above._ids;
        _weaknesses = above._weaknesses;
        _below = below;
    }

    /// <summary>This one with another on top.</summary>
    public CveOverlay Under(CveOverlay above) => new(above, this);

    /// <summary>The CVEs of a line: the generated ones that the overlay does not speak of, and its own.</summary>
    public IEnumerable<Weakness> Apply(Track track, IEnumerable<Weakness> generated) =>
        (_below?.Apply(track, generated) ?? generated).Where(weakness => !_ids.Contains(weakness.CveId)).Concat(_weaknesses(track));
}

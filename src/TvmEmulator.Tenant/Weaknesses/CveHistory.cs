using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>All that is ever said about a CVE. It follows from the id, from the date and, for the catalog's real ones, from their score.</summary>
internal sealed class CveHistory
{
    private static readonly ILookup<int, (WeaknessKind Kind, CvssVector Vector)> Usual = WeaknessKind.All
        .SelectMany(kind => kind.Vectors.Select(vector => (Kind: kind, Vector: vector)))
        .ToLookup(scored => scored.Vector.ScoreTenths);

    private static readonly ILookup<int, CvssVector> Possible = CvssVector.All.ToLookup(vector => vector.ScoreTenths);

    private readonly ulong _key;

    /// <param name="id">The id.</param>
    /// <param name="published">When it was published.</param>
    /// <param name="listedTenths">The score that the catalog lists, times ten; null when it lists none.</param>
    public CveHistory(string id, Moment published, int? listedTenths)
    {
        _key = StableHash.Of(id);
        Id = id;
        (Kind, var vector) = listedTenths is { } tenths ? OfScore(tenths) : OfChance();
        Revisions = Revise(published, vector, listedTenths is not null);
    }

    /// <summary>A CVE as rows or an overlay say it, which never changes. What is not said about it follows from what is.</summary>
    /// <param name="given">What is said.</param>
    /// <param name="published">When it was published.</param>
    public CveHistory(GivenCve given, Moment published)
    {
        _key = StableHash.Of(given.Id);
        Id = given.Id;
        Given = given;
        var severity = given.KnownSeverity;
        (Kind, var vector) = OfChance();
        var tenths = given.CvssTenths ?? given.Vector?.ScoreTenths ?? (severity is null || Cve.SeverityOf(vector.ScoreTenths) == severity ? vector.ScoreTenths : UsualTenths(severity.Value));
        if (given.Vector is { } said)
            vector = said;
        else if (tenths != vector.ScoreTenths && Possible[tenths].Any())
            (Kind, vector) = OfScore(tenths);
        Revisions = [new CveRevision(published, vector, given.KnownExploitability) { CvssTenths = tenths }];
    }

    /// <summary>What was given; null when it is generated.</summary>
    public GivenCve? Given { get; }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>What kind of mistake it is.</summary>
    public WeaknessKind Kind { get; }

    /// <summary>What is said about it, from its publication on, ascending by moment.</summary>
    public IReadOnlyList<CveRevision> Revisions { get; }

    /// <summary>Place of the revision that holds at a moment.</summary>
    public int RevisionAt(Moment moment)
    {
        var revision = Revisions.Count - 1;
        while (revision > 0 && Revisions[revision].At > moment)
            revision--;
        return revision;
    }

    /// <summary>The probability of an attack within a month, in ten-thousandths.</summary>
    public int EpssOf(Exploitability exploitability)
    {
        var hash = StableHash.Mix(_key, 5);
        return exploitability switch
        {
            Exploitability.NoExploit => 2 + StableHash.Below(hash, 90),
            Exploitability.ExploitIsPublic => 100 + StableHash.Below(hash, 2_900),
            Exploitability.ExploitIsVerified => 1_500 + StableHash.Below(hash, 5_000),
            _ => 6_000 + StableHash.Below(hash, 3_700),
        };
    }

    private static int UsualTenths(Severity severity) => severity switch
    {
        Severity.Critical => 98,
        Severity.High => 78,
        Severity.Medium => 55,
        _ => 33,
    };

    private (WeaknessKind Kind, CvssVector Vector) OfScore(int tenths)
    {
        var usual = Usual[tenths].ToList();
        return usual.Count > 0 ? Drawn(usual, 1) : (Drawn(WeaknessKind.All, 1), Drawn([.. Possible[tenths]], 2));
    }

    private (WeaknessKind Kind, CvssVector Vector) OfChance()
    {
        var kind = Drawn(WeaknessKind.All, 1);
        return (kind, Drawn(kind.Vectors, 2));
    }

    private T Drawn<T>(IReadOnlyList<T> choices, ulong purpose) => choices[StableHash.Below(StableHash.Mix(_key, purpose), choices.Count)];

    /// <summary>One in six is scored anew within half a year. One in six gets an exploit, nearly every famous one does, and soon.</summary>
    private CveRevision[] Revise(Moment published, CvssVector vector, bool isFamous)
    {
        var changes = new List<(Moment At, CvssVector? Vector, Exploitability? Exploitability)>();
        var rescored = StableHash.Mix(_key, 3);
        if (!isFamous && StableHash.Below(rescored, 6) == 0)
            changes.Add((Later(published, rescored >> 32, 180), Kind.Vectors[StableHash.Below(rescored >> 16, Kind.Vectors.Length)], null));

        var hash = StableHash.Mix(_key, 4);
        var chance = StableHash.Below(hash, 1000);
        var (kit, verified, known) = isFamous ? (400, 800, 950) : (20, 60, 170);
        var exploited = published;
        for (var level = Exploitability.ExploitIsPublic; level <= Exploitability.ExploitIsInKit; level++)
        {
            if (chance >= (level switch { Exploitability.ExploitIsPublic => known, Exploitability.ExploitIsVerified => verified, _ => kit }))
                break;
            hash = StableHash.Mix(hash);
            exploited = Later(exploited, hash, isFamous ? 20 : 90);
            changes.Add((exploited, null, level));
        }

        var revisions = new List<CveRevision> { new(published, vector, Exploitability.NoExploit) };
        foreach (var change in changes.OrderBy(change => change.At))
        {
            var before = revisions[^1];
            revisions.Add(new CveRevision(change.At, change.Vector ?? before.Vector, change.Exploitability ?? before.Exploitability));
        }

        return [.. revisions];
    }

    private static Moment Later(Moment moment, ulong hash, int mostDays) => moment.Plus(1 + StableHash.Below(hash, mostDays * Moment.Day));
}

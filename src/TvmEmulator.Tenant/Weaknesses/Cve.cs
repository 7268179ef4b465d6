using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>What is known about a CVE at a moment. Equal ids have equal details, whatever they affect.</summary>
public sealed class Cve
{
    private readonly CveHistory _history;
    private readonly CveRevision _revision;

    internal Cve(CveHistory history, Product product, int revision, int place)
    {
        _history = history;
        Product = product;
        Revision = revision;
        Place = place;
        _revision = history.Revisions[revision];
        CvssTenths = _revision.CvssTenths;
    }

    /// <summary>Place among all CVEs of its table.</summary>
    public int Place { get; }

    /// <summary>The id, such as <c>CVE-2023-4863</c>.</summary>
    public string Id => _history.Id;

    /// <summary>The service calls them by their ids.</summary>
    public string Name => Id;

    /// <summary>What it is about, in a sentence.</summary>
    public string Description => CveDescription.Of(Product, _history.Kind, _revision.Vector);

    /// <summary>How bad it is.</summary>
    public Severity Severity => _history.Given?.KnownSeverity ?? SeverityOf(CvssTenths);

    /// <summary>The same as rows write it.</summary>
    public string SeverityText => _history.Given?.Severity ?? Severity.ToString();

    /// <summary>The CVSS 3.1 base score times ten.</summary>
    public int CvssTenths { get; }

    /// <summary>The CVSS 3.1 vector that the score follows from; null when a score was given that none has.</summary>
    public string? CvssVector => _revision.Vector.ScoreTenths == CvssTenths ? _revision.Vector.ToString() : null;

    /// <summary>When it became known.</summary>
    public Moment Published => _history.Revisions[0].At;

    /// <summary>When its score or its exploitability changed last, else when it was published.</summary>
    public Moment Updated => _revision.At;

    /// <summary>How far exploits have come.</summary>
    public Exploitability Exploitability => _revision.Exploitability;

    /// <summary>The same as rows write it.</summary>
    public string ExploitabilityText => _history.Given?.Exploitability ?? Exploitability.ToString();

    /// <summary>What its exploits do; empty as long as there are none.</summary>
    public IReadOnlyList<string> ExploitTypes => Exploitability == Exploitability.NoExploit ? [] : CveDescription.ExploitTypes(_history.Kind, _revision.Vector);

    /// <summary>Where its exploits are described, at hosts that do not exist; empty as long as there are none.</summary>
    public IReadOnlyList<string> ExploitUris => [.. CveDescription.ExploitHosts(Exploitability).Select(host => $"https://{host}/{Id.ToLowerInvariant()}")];

    /// <summary>The probability of an attack within a month, in ten-thousandths.</summary>
    public int Epss => _history.EpssOf(Exploitability);

    /// <summary>How often score or exploitability have changed since it was published.</summary>
    public int Revision { get; }

    /// <summary>How many states it ever has; revisions go from 0 to one less.</summary>
    public int Revisions => _history.Revisions.Count;

    /// <summary>The product that the description speaks of: the first one that is affected.</summary>
    internal Product Product { get; }

    /// <summary>The severity of a score.</summary>
    public static Severity SeverityOf(int cvssTenths) => cvssTenths switch
    {
        >= 90 => Severity.Critical,
        >= 70 => Severity.High,
        >= 40 => Severity.Medium,
        _ => Severity.Low,
    };

    /// <summary>Its <see cref="Revision"/> at another moment; 0 before it was published.</summary>
    public int RevisionAt(Moment moment) => _history.RevisionAt(moment);

    /// <summary>When a revision came about.</summary>
    public Moment RevisedAt(int revision) => _history.Revisions[revision].At;

    /// <summary>Whether score and exploitability are those of another state.</summary>
    public bool SaysTheSameAs(Cve other) => CvssTenths == other.CvssTenths && Exploitability == other.Exploitability;

    /// <summary>What was or will be known about it at another moment.</summary>
    public Cve At(Moment moment) => RevisionAt(moment) is var revision && revision == Revision ? this : new Cve(_history, Product, revision, Place);
}

using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>A CVE with all that it affects, in place of what the tenant knows about this id.</summary>
/// <param name="Id">Its id: letters, digits and dashes.</param>
/// <param name="Remove">Takes it away everywhere; nothing else is looked at then.</param>
/// <param name="Published">When it became known: the snapshots from two hours later on count it. By default it always was.</param>
/// <param name="Affects">The software that it affects.</param>
/// <param name="Severity">How bad it is; by default its score says so.</param>
/// <param name="CvssScore">Its CVSS score, 0 to 10 with one decimal; by default that of the vector, else one that fits the severity.</param>
/// <param name="CvssVector">Its CVSS 3.1 base vector; by default one that has the score.</param>
/// <param name="Exploitability">How far exploits have come. As soon as one of these four is said, nothing about it changes with time.</param>
public sealed record CveChange(
    string Id,
    bool Remove = false,
    DateTimeOffset? Published = null,
    IReadOnlyList<AffectedSoftware>? Affects = null,
    Severity? Severity = null,
    decimal? CvssScore = null,
    string? CvssVector = null,
    Exploitability? Exploitability = null)
{
    /// <summary>What it says beside its reach; null when it says nothing, and the rest follows from the id.</summary>
    internal GivenCve? Said => this is { Severity: null, CvssScore: null, CvssVector: null, Exploitability: null }
        ? null
        : new GivenCve(Id, Severity?.ToString(), (int?)(CvssScore * 10), Exploitability?.ToString()) { Vector = CvssVectors.Find(CvssVector) };
}

/// <summary>A product that a CVE affects.</summary>
/// <param name="Software">The software id.</param>
/// <param name="Versions">The affected versions, letter by letter; null or none stands for all.</param>
public sealed record AffectedSoftware(string Software, IReadOnlyList<string>? Versions = null);

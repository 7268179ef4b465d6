using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>What is said about a CVE from a moment on: when it is published, is scored anew, or exploits of it come further.</summary>
/// <param name="At">Since when.</param>
/// <param name="Vector">How it is scored.</param>
/// <param name="Exploitability">How far exploits have come.</param>
internal readonly record struct CveRevision(Moment At, CvssVector Vector, Exploitability Exploitability)
{
    /// <summary>The score times ten; a given one may be one that no vector has.</summary>
    public int CvssTenths { get; init; } = Vector.ScoreTenths;
}

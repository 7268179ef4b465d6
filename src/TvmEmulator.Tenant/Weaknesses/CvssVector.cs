using System.Globalization;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>The base metrics of CVSS 3.1, each by the letter that the standard gives its value. The score follows from them.</summary>
/// <param name="Reach">Attack vector: N, A, L or P.</param>
/// <param name="Complexity">Attack complexity: L or H.</param>
/// <param name="Privileges">Privileges required: N, L or H.</param>
/// <param name="Interaction">User interaction: N or R.</param>
/// <param name="Scope">U or C.</param>
/// <param name="Confidentiality">H, L or N.</param>
/// <param name="Integrity">H, L or N.</param>
/// <param name="Availability">H, L or N.</param>
internal readonly record struct CvssVector(
    char Reach, char Complexity, char Privileges, char Interaction, char Scope, char Confidentiality, char Integrity, char Availability)
{
    /// <summary>Every vector that does any harm.</summary>
    public static IEnumerable<CvssVector> All =>
        from reach in "NALP"
        from complexity in "LH"
        from privileges in "NLH"
        from interaction in "NR"
        from scope in "UC"
        from confidentiality in "HLN"
        from integrity in "HLN"
        from availability in "HLN"
        where (confidentiality, integrity, availability) != ('N', 'N', 'N')
        select new CvssVector(reach, complexity, privileges, interaction, scope, confidentiality, integrity, availability);

    /// <summary>The base score times ten. Decimal numbers give the same on every machine, which powers of doubles do not promise.</summary>
    public int ScoreTenths
    {
        get
        {
            var isChanged = Scope == 'C';
            var lost = 1 - (1 - Harm(Confidentiality)) * (1 - Harm(Integrity)) * (1 - Harm(Availability));
            var impact = isChanged ? 7.52m * (lost - 0.029m) - 3.25m * PowerOf15(lost - 0.02m) : 6.42m * lost;
            if (impact <= 0)
                return 0;

            var ease = 8.22m * ReachWeight * (Complexity == 'L' ? 0.77m : 0.44m) * PrivilegesWeight * (Interaction == 'N' ? 0.85m : 0.62m);
            var score = Math.Min(isChanged ? 1.08m * (impact + ease) : impact + ease, 10);
            // The standard rounds up to tenths, after rounding to five places.
            return ((int)Math.Round(score * 100_000, MidpointRounding.AwayFromZero) + 9_999) / 10_000;
        }
    }

    private decimal ReachWeight => Reach switch
    {
        'N' => 0.85m,
        'A' => 0.62m,
        'L' => 0.55m,
        _ => 0.2m,
    };

    private decimal PrivilegesWeight => (Privileges, Scope) switch
    {
        ('N', _) => 0.85m,
        ('L', 'U') => 0.62m,
        ('L', _) => 0.68m,
        (_, 'U') => 0.27m,
        _ => 0.5m,
    };

    /// <summary>Reads the eight letters in the order of the metrics.</summary>
    public static CvssVector Of(string letters) => new(letters[0], letters[1], letters[2], letters[3], letters[4], letters[5], letters[6], letters[7]);

    /// <summary>As in <c>cvssVector</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"CVSS:3.1/AV:{Reach}/AC:{Complexity}/PR:{Privileges}/UI:{Interaction}/S:{Scope}/C:{Confidentiality}/I:{Integrity}/A:{Availability}");

    private static decimal Harm(char level) => level switch
    {
        'H' => 0.56m,
        'L' => 0.22m,
        _ => 0,
    };

    private static decimal PowerOf15(decimal value)
    {
        var third = value * value * value;
        return third * third * third * third * third;
    }
}

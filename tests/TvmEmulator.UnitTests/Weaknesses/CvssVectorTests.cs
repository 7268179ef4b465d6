using System.Text.RegularExpressions;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Weaknesses;

public sealed partial class CvssVectorTests
{
    [Fact]
    public void ScoreTenths_EveryVector_IsThatOfTheStandardsFormulas()
    {
        var wrong = CvssVector.All.Where(vector => vector.ScoreTenths != PlainScoreTenths(vector)).Select(vector => $"{vector}: {vector.ScoreTenths} {PlainScoreTenths(vector)}").ToList();

        wrong.ShouldBeEmpty();
        CvssVector.All.Count().ShouldBe(4 * 2 * 3 * 2 * 2 * 26);
    }

    [Theory]
    [InlineData("NLNNUHHH", 98)]
    [InlineData("NLNNCHHH", 100)]
    [InlineData("NLNRCLLN", 61)]
    [InlineData("LLLNUHHH", 78)]
    [InlineData("NHNNUHNN", 59)]
    [InlineData("PHHRUNNL", 16)]
    public void ScoreTenths_KnownVector_IsThePublishedScore(string letters, int tenths) => CvssVector.Of(letters).ScoreTenths.ShouldBe(tenths);

    [Fact]
    public void ToString_AnyVector_IsWellFormed() => CvssVector.All.ShouldAllBe(vector => Form().IsMatch(vector.ToString()));

    [Theory]
    [InlineData(39, Severity.Low)]
    [InlineData(40, Severity.Medium)]
    [InlineData(69, Severity.Medium)]
    [InlineData(70, Severity.High)]
    [InlineData(89, Severity.High)]
    [InlineData(90, Severity.Critical)]
    public void SeverityOf_Score_FollowsTheStandard(int tenths, Severity severity) => Cve.SeverityOf(tenths).ShouldBe(severity);

    /// <summary>The formulas as the standard prints them, in doubles.</summary>
    private static int PlainScoreTenths(CvssVector vector)
    {
        static double Harm(char level) => level == 'H' ? 0.56 : level == 'L' ? 0.22 : 0;
        var isChanged = vector.Scope == 'C';
        var iss = 1 - ((1 - Harm(vector.Confidentiality)) * (1 - Harm(vector.Integrity)) * (1 - Harm(vector.Availability)));
        var impact = isChanged ? (7.52 * (iss - 0.029)) - (3.25 * Math.Pow(iss - 0.02, 15)) : 6.42 * iss;
        double[] weights =
        [
            8.22,
            vector.Reach switch { 'N' => 0.85, 'A' => 0.62, 'L' => 0.55, _ => 0.2 },
            vector.Complexity == 'L' ? 0.77 : 0.44,
            vector.Privileges switch { 'N' => 0.85, 'L' => isChanged ? 0.68 : 0.62, _ => isChanged ? 0.5 : 0.27 },
            vector.Interaction == 'N' ? 0.85 : 0.62,
        ];
        var exploitability = weights.Aggregate(1.0, (product, weight) => product * weight);
        var score = impact <= 0 ? 0 : Math.Min(isChanged ? 1.08 * (impact + exploitability) : impact + exploitability, 10);
        var input = (int)Math.Round(score * 100_000);
        return input % 10_000 == 0 ? input / 10_000 : (input / 10_000) + 1;
    }

    [GeneratedRegex(@"\ACVSS:3\.1/AV:[NALP]/AC:[LH]/PR:[NLH]/UI:[NR]/S:[UC]/C:[HLN]/I:[HLN]/A:[HLN]\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}

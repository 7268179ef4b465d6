using FsCheck;
using FsCheck.Fluent;

namespace TvmEmulator.UnitTests;

public sealed class EditDistanceTests
{
    private static readonly Gen<string> Words = Gen.Choose(0, 6).SelectMany(length => Gen.Elements('a', 'b', 'C', '-').ArrayOf(length)).Select(letters => new string(letters));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("--prot", "--port", 2)]
    [InlineData("--ports", "--port", 1)]
    [InlineData("Machines", "machines", 0)]
    [InlineData("abc", "xyz", 3)]
    public void Between_TwoTexts_CountsTheEdits(string a, string b, int edits) => EditDistance.Between(a, b).ShouldBe(edits);

    [Fact]
    public void Between_LongTexts_ComparesTheirBeginning() =>
        EditDistance.Between(new string('a', 128) + "b", new string('a', 128) + new string('c', 100_000)).ShouldBe(0);

    [Fact]
    public void Between_AnyTexts_IsTheDefinition() =>
        Prop.ForAll(Words.Two().ToArbitrary(), pair => EditDistance.Between(pair.Item1, pair.Item2) == Defined(pair.Item1, pair.Item2)).Hold(300);

    [Fact]
    public void Nearest_Candidates_IsTheOneWithFewestEdits() => EditDistance.Nearest("--sead", ["--port", "--seed", "--bind"]).ShouldBe("--seed");

    [Fact]
    public void Nearest_Equals_IsTheFirst() => EditDistance.Nearest("ab", ["ax", "ay"]).ShouldBe("ax");

    [Fact]
    public void Nearest_NoCandidates_IsNull() => EditDistance.Nearest("ab", []).ShouldBeNull();

    [Theory]
    [InlineData("--prot", "--port")]
    [InlineData("--devcies", "--devices")]
    [InlineData("--quotas", null)]
    [InlineData("/api/vulnerabilities", null)]
    public void Nearest_FarFromAll_IsNull(string text, string? nearest) =>
        EditDistance.Nearest(text, ["--port", "--auth", "--devices", "/api/$metadata"]).ShouldBe(nearest);

    [Fact]
    public void Advice_NearOrFar_NamesTheNearestOrAll()
    {
        EditDistance.Advice("--sead", ["--port", "--seed"]).ShouldBe("nearest is --seed");
        EditDistance.Advice("--quotas", ["--port", "--seed"]).ShouldBe("known are --port, --seed");
    }

    private static int Defined(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return a.Length + b.Length;
        return char.ToLowerInvariant(a[0]) == char.ToLowerInvariant(b[0])
            ? Defined(a[1..], b[1..])
            : 1 + Math.Min(Defined(a[1..], b[1..]), Math.Min(Defined(a[1..], b), Defined(a, b[1..])));
    }
}

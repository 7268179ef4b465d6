using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.UnitTests.Catalog;

public sealed class VersionOrderTests
{
    /// <summary>Few letters, so that versions that are nearly the same come up often.</summary>
    private static readonly Gen<string> Versions = Gen.Choose(0, 7)
        .SelectMany(length => Gen.Elements('0', '0', '1', '2', '9', '.', '.', '~', '+', '-', ':', 'a', 'r', 'é').ArrayOf(length))
        .Select(letters => new string(letters));

    [Theory]
    [InlineData("", "0")]
    [InlineData("", "a")]
    [InlineData("~", "")]
    [InlineData("1.9", "1.10")]
    [InlineData("1.9.9", "1.10")]
    [InlineData("9", "10")]
    [InlineData("99999999999999999999", "100000000000000000000")]
    [InlineData("1.0", "1.0.0")]
    [InlineData("1.0~rc1", "1.0")]
    [InlineData("1.0~~", "1.0~")]
    [InlineData("1.0~rc1", "1.0-1")]
    [InlineData("1.0~rc1", "1.0~rc2")]
    [InlineData("1.0", "1.0+dfsg")]
    [InlineData("1.0+dfsg", "1.0-1")]
    [InlineData("1.9", "1:1.0")]
    [InlineData("1:1.0", "1:1.1")]
    [InlineData("1:1.0", "2:0.1")]
    [InlineData("1.0", "1.a")]
    [InlineData("1.0a", "1.0b")]
    [InlineData("1.2-r9", "1.2-r10")]
    [InlineData("01.2", "1.3")]
    [InlineData("1.02", "1.10")]
    [InlineData("1.01", "1.1")]
    [InlineData("01", "1")]
    [InlineData("r1.2-beta~3+build7", "v1.0")]
    [InlineData("2:4.15.5~dfsg-0ubuntu5", "2:4.15.5+dfsg-0ubuntu5")]
    public void Compare_LesserAndGreater_GivesTheSign(string lesser, string greater)
    {
        VersionOrder.Instance.Compare(lesser, greater).ShouldBeNegative();
        VersionOrder.Instance.Compare(greater, lesser).ShouldBePositive();
    }

    [Fact]
    public void Compare_Null_IsAsEmpty() => VersionOrder.Instance.Compare(null, "~").ShouldBePositive();

    [Fact]
    public void Compare_AnyPair_IsZeroOnlyForEqualTexts() =>
        Prop.ForAll(Versions.Two().ToArbitrary(), pair => VersionOrder.Instance.Compare(pair.Item1, pair.Item2) == 0 == (pair.Item1 == pair.Item2)).Hold(2000);

    [Fact]
    public void Compare_AnyPair_IsAntisymmetric() =>
        Prop.ForAll(Versions.Two().ToArbitrary(), pair => Sign(pair.Item1, pair.Item2) == -Sign(pair.Item2, pair.Item1)).Hold(2000);

    [Fact]
    public void Compare_AnyThree_IsTransitive() =>
        Prop.ForAll(Versions.Three().ToArbitrary(), three =>
            Sign(three.Item1, three.Item2) > 0 || Sign(three.Item2, three.Item3) > 0 || Sign(three.Item1, three.Item3) <= 0).Hold(5000);

    [Fact]
    public void Compare_AnyNumbersBetweenDots_OrdersByValue() =>
        Prop.ForAll(Gen.Choose(0, 2000).Three().ToArbitrary(), n => Sign($"{n.Item1}.{n.Item2}", $"{n.Item1}.{n.Item3}") == Math.Sign(n.Item2.CompareTo(n.Item3))).Hold();

    private static int Sign(string a, string b) => Math.Sign(VersionOrder.Instance.Compare(a, b));
}

using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.UnitTests.Catalog;

public sealed class VersionStepTests
{
    private static readonly DateTimeOffset ReleaseDate = new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("25.149.0803.0003", "yy DDD = =", "26.064.0803.0003")]
    [InlineData("4.18.26010.5", "= = yyMM0 =", "4.18.26030.5")]
    [InlineData("26093.415.4620.1935", "yyDDD = +40 +150", "26064.415.4660.2085")]
    [InlineData("10.2506.31.0", "= yyMM = =", "10.2603.31.0")]
    public void Apply_DateOperations_AreThoseOfTheReleaseDate(string version, string operations, string expected) =>
        VersionStep.Parse(operations.Split(' '), version).Apply(version, 1, ReleaseDate).ShouldBe(expected);

    [Theory]
    [InlineData("yyy")]
    [InlineData("yyM")]
    [InlineData("DDDD")]
    [InlineData("yy-MM")]
    public void Parse_UnknownDatePattern_SaysWhatIsAllowed(string operation) =>
        Should.Throw<FormatException>(() => VersionStep.Parse([operation], "1")).Message.ShouldContain("yy, MM, DDD");

    [Theory]
    [InlineData("138.0.7204.157", "+1 = +61 =", 1, "139.0.7265.157")]
    [InlineData("138.0.7204.157", "+1 = +61 =", 10, "148.0.7814.157")]
    [InlineData("138.0.7204.157", "+1 = +61 =", 0, "138.0.7204.157")]
    [InlineData("1.2", "= +1", 9, "1.11")]
    [InlineData("1.2", "+1 0", 1, "2.0")]
    [InlineData("1.2", "+1 7", 3, "4.7")]
    [InlineData("1.02", "= +1", 1, "1.03")]
    [InlineData("1.09", "= +1", 1, "1.10")]
    [InlineData("1.99", "= +1", 1, "1.100")]
    [InlineData("1.007", "= +1", 2, "1.009")]
    [InlineData("1.007", "= 5", 2, "1.005")]
    [InlineData("1.007", "= =", 2, "1.007")]
    [InlineData("1.0.0-r7", "= = = +12", 2, "1.0.0-r31")]
    [InlineData("2:4.15.5~dfsg-0ubuntu5", "= = = = = +1", 3, "2:4.15.5~dfsg-0ubuntu8")]
    [InlineData("v1", "+1", 1, "v2")]
    [InlineData("beta", "", 5, "beta")]
    [InlineData("", "", 5, "")]
    [InlineData("1.20211207123456789012345", "+1 =", 1, "2.20211207123456789012345")]
    public void Apply_Operations_GivesTheVersionAfterSoManyReleases(string version, string operations, int times, string expected) =>
        VersionStep.Parse(Split(operations), version).Apply(version, times, ReleaseDate).ShouldBe(expected);

    [Theory]
    [InlineData("1.2", "+1", 2, 1)]
    [InlineData("1.2", "= = =", 2, 3)]
    [InlineData("", "+1", 0, 1)]
    [InlineData("r1.2-beta~3+build7", "=", 4, 1)]
    public void Parse_WrongNumberOfOperations_NamesBothNumbers(string version, string operations, int runs, int given) =>
        Should.Throw<FormatException>(() => VersionStep.Parse(Split(operations), version))
            .Message.ShouldBe($"version '{version}' has {runs} runs of digits, but 'then' has {given} operations");

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("-1")]
    [InlineData("+-1")]
    [InlineData("++1")]
    [InlineData("==")]
    [InlineData("+1.5")]
    [InlineData(" 1")]
    [InlineData("x")]
    public void Parse_UnknownOperation_NamesIt(string operation) =>
        Should.Throw<FormatException>(() => VersionStep.Parse([operation], "1")).Message.ShouldContain($"'{operation}'");

    private static string[] Split(string operations) => operations.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

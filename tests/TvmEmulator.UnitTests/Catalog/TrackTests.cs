using FsCheck.Fluent;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Catalog;

public sealed class TrackTests
{
    private static readonly Moment[] Dates = [Moment.OfDate("2024-01-10"), Moment.OfDate("2024-02-10"), Moment.OfDate("2024-05-01")];
    private static readonly string[] Versions = ["1.0", "1.1", "1.5"];

    [Theory]
    [InlineData("2020-01-01T00:00:00Z", -1)]
    [InlineData("2024-01-09T23:59:59Z", -1)]
    [InlineData("2024-01-10T00:00:00Z", 0)]
    [InlineData("2024-02-09T23:59:59Z", 0)]
    [InlineData("2024-02-10T00:00:00Z", 1)]
    [InlineData("2024-04-30T23:59:59Z", 1)]
    [InlineData("2024-05-01T00:00:00Z", 2)]
    [InlineData("2039-12-31T20:00:00Z", 2)]
    public void ReleaseAt_ListedLineWithoutContinuation_StaysAtTheLastListed(string time, int release) =>
        Line(continues: false).ReleaseAt(Samples.At(time)).ShouldBe(release);

    [Theory]
    [InlineData("2024-05-30T23:59:59Z", 2)]
    [InlineData("2024-05-31T00:00:00Z", 3)]
    [InlineData("2024-06-30T00:00:00Z", 4)]
    [InlineData("2025-05-01T00:00:00Z", 14)]
    public void ReleaseAt_ContinuingLine_GoesOnByItsCadence(string time, int release) => Line(continues: true).ReleaseAt(Samples.At(time)).ShouldBe(release);

    [Theory]
    [InlineData("2024-06-29", 3)]
    [InlineData("2024-06-30", 4)]
    [InlineData("2024-07-01", 4)]
    [InlineData("2024-05-01", 2)]
    [InlineData("2024-03-01", 2)]
    public void LastRelease_LineThatEnds_IsTheLastOneUpToThatDay(string lastDay, int last)
    {
        var line = Line(continues: true, Moment.OfDate(lastDay));

        line.LastRelease.ShouldBe(last);
        line.ReleaseAt(Samples.At("2039-12-31T20:00:00Z")).ShouldBe(last);
    }

    [Fact]
    public void LastRelease_OpenLine_IsNull() => Line(continues: true).LastRelease.ShouldBeNull();

    [Fact]
    public void LastRelease_ListedLine_IsTheLastListed() => Line(continues: false).LastRelease.ShouldBe(2);

    [Theory]
    [InlineData(0, "2024-01-10 00:00:00", "1.0")]
    [InlineData(2, "2024-05-01 00:00:00", "1.5")]
    [InlineData(3, "2024-05-31 00:00:00", "1.6")]
    [InlineData(12, "2025-02-25 00:00:00", "1.15")]
    public void DateOfAndVersionOf_ListedAndContinued_FollowTheLine(int release, string date, string version)
    {
        Line(continues: true).DateOf(release).ToString().ShouldBe(date);
        Line(continues: true).VersionOf(release).ShouldBe(version);
    }

    [Fact]
    public void ReleaseAt_AnyMoment_IsTheNewestReleaseThatIsOut()
    {
        var line = Line(continues: true, Moment.OfDate("2031-01-01"));
        Prop.ForAll(Gen.Choose(Dates[0].Seconds - 1000, Moment.OfDate("2036-01-01").Seconds).ToArbitrary(), seconds =>
        {
            var release = line.ReleaseAt(new Moment(seconds));
            return (release < 0 || line.DateOf(release).Seconds <= seconds)
                && (release == line.LastRelease || line.DateOf(release + 1).Seconds > seconds);
        }).Hold(500);
    }

    [Theory]
    [InlineData("2025-06-30", "2026-01-01", "2025-06-30")]
    [InlineData("2026-01-01", "2025-06-30", "2025-06-30")]
    [InlineData(null, "2025-06-30", "2025-06-30")]
    [InlineData("2025-06-30", null, "2025-06-30")]
    public void Read_EndsOfLineAndProduct_TheEarlierStopsReleases(string? endOfLine, string? endOfProduct, string last)
    {
        var product = ProductReader.Read(File(endOfLine, endOfProduct));
        var line = product.Tracks[0];

        line.DateOf(line.LastRelease!.Value).ShouldBeLessThanOrEqualTo(Moment.OfDate(last));
        line.DateOf(line.LastRelease!.Value + 1).ShouldBeGreaterThan(Moment.OfDate(last));
        line.EndOfSupport.ShouldBe(ProductReader.Date(endOfLine));
        product.EndOfSupport.ShouldBe(ProductReader.Date(endOfProduct));
    }

    [Theory]
    [InlineData("2024-01-10 1.0", "2024-01-10 1.1")]
    [InlineData("2024-02-10 1.0", "2024-01-10 1.1")]
    [InlineData("2024-01-10 1.0", "2024-02-10 1.0")]
    [InlineData("2024-01-10 1.0", "2024-13-10 1.1")]
    public void Read_WrongReleases_NamesTheProduct(string first, string second) =>
        Should.Throw<InvalidDataException>(() => ProductReader.Read(File(null, null, first, second))).Message.ShouldStartWith("Catalog product acme/anvil: ");

    [Fact]
    public void Read_ReleaseWithoutVersion_HasAnEmptyOne() =>
        ProductReader.Read(File(null, null, "2024-01-10 ") with { Tracks = [new TrackFile { Name = "only", Share = 100, Releases = ["2024-01-10 "] }] })
            .Tracks[0].VersionOf(0).ShouldBe("");

    private static Track Line(bool continues, Moment? lastDay = null) =>
        new("stable", Share.Always, null, lastDay, Dates, Versions, continues ? 30 : 0, continues ? VersionStep.Parse(["=", "+1"], Versions[^1]) : null);

    private static ProductFile File(string? endOfLine, string? endOfProduct, params string[] releases) => new()
    {
        Vendor = "acme",
        Name = "anvil",
        Category = "Utility",
        EndOfSupport = endOfProduct,
        Evidence = [],
        Tracks =
        [
            new TrackFile
            {
                Name = "only",
                Share = 100,
                EndOfSupport = endOfLine,
                Releases = releases.Length > 0 ? releases : ["2024-01-10 1.0"],
                Then = new ContinuationFile(30, ["=", "+1"]),
            },
        ],
    };
}

using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Weaknesses;

public sealed class SupportStateTests
{
    [Theory]
    [InlineData(null, null, "None", null)]
    [InlineData("2026-06-30", null, "EOS Software", "2026-06-30")]
    [InlineData("2026-07-01", null, "Upcoming EOS Software", "2026-07-01")]
    [InlineData("2026-12-30", null, "Upcoming EOS Software", "2026-12-30")]
    [InlineData("2026-12-31", null, "None", null)]
    [InlineData(null, "2026-06-30", "EOS Version", "2026-06-30")]
    [InlineData(null, "2026-07-01", "Upcoming EOS Version", "2026-07-01")]
    [InlineData(null, "2026-12-30", "Upcoming EOS Version", "2026-12-30")]
    [InlineData(null, "2026-12-31", "None", null)]
    [InlineData("2020-01-01", "2019-01-01", "EOS Software", "2020-01-01")]
    [InlineData("2026-08-01", "2020-01-01", "Upcoming EOS Software", "2026-08-01")]
    [InlineData("2030-01-01", "2020-01-01", "EOS Version", "2020-01-01")]
    public void Of_EndsOfProductAndLine_GivesStatusAndDate(string? product, string? line, string status, string? date)
    {
        var track = new Track("only", Share.Always, ProductReader.Date(line), null, [Moment.OfDate("2015-01-01")], ["1.0"], 0, null);
        track.Product = new Product("acme", "anvil") { Category = "Utility", Tracks = [track], EndOfSupport = ProductReader.Date(product) };

        SupportState.Of(track, Samples.At("2026-06-30T02:00:00Z")).ShouldBe(new SupportState(status, ProductReader.Date(date)));
    }
}

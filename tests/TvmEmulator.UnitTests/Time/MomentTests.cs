using FsCheck.Fluent;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Time;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2000-01-01T00:00:00Z", 0)]
    [InlineData("2000-01-01T00:00:01Z", 1)]
    [InlineData("1999-12-31T23:59:59Z", -1)]
    [InlineData("2000-01-01T00:00:00.999Z", 0)]
    [InlineData("1999-12-31T23:59:59.5Z", -1)]
    [InlineData("2000-01-01T02:00:00+02:00", 0)]
    [InlineData("2026-06-30T02:00:00Z", 836_100_000)]
    public void Of_Time_IsTheSecondAtOrBefore(string time, int seconds) => Moment.Of(Samples.Utc(time)).Seconds.ShouldBe(seconds);

    [Fact]
    public void Of_TimeOutOfRange_IsCut()
    {
        Moment.Of(DateTimeOffset.MinValue).Seconds.ShouldBe(int.MinValue);
        Moment.Of(DateTimeOffset.MaxValue).Seconds.ShouldBe(int.MaxValue);
    }

    [Fact]
    public void Utc_AnyMoment_IsReadBackAsTheSame() =>
        Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), seconds => Moment.Of(new Moment(seconds).Utc).Seconds == seconds).Hold();

    [Theory]
    [InlineData("2000-01-01", 0)]
    [InlineData("2000-02-29", 59)]
    [InlineData("1999-12-31", -1)]
    [InlineData("2024-12-31", 9131)]
    public void OfDate_Date_IsItsMidnight(string date, int days) => Moment.OfDate(date).ShouldBe(new Moment(days * Moment.Day));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-2-28")]
    [InlineData("28.02.2023")]
    [InlineData("2023-02-28 ")]
    [InlineData("")]
    public void OfDate_NoDate_Throws(string date) => Should.Throw<FormatException>(() => Moment.OfDate(date));

    [Fact]
    public void Operators_EarlierAndLater_OrderBySeconds()
    {
        var earlier = new Moment(-5);
        var later = new Moment(7);

        (earlier < later).ShouldBeTrue();
        (later > earlier).ShouldBeTrue();
        (earlier <= new Moment(-5)).ShouldBeTrue();
        (earlier >= new Moment(-5)).ShouldBeTrue();
        (later <= earlier).ShouldBeFalse();
        (earlier >= later).ShouldBeFalse();
        earlier.CompareTo(later).ShouldBeNegative();
        Moment.Later(earlier, later).ShouldBe(later);
        Moment.Later(later, earlier).ShouldBe(later);
    }

    [Fact]
    public void Plus_SecondsAndDays_MovesOn()
    {
        var moment = Moment.OfDate("2024-02-28");

        moment.Plus(-1).ToString().ShouldBe("2024-02-27 23:59:59");
        moment.PlusDays(2).ToString().ShouldBe("2024-03-01 00:00:00");
    }
}

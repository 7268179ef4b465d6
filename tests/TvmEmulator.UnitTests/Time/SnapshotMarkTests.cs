using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Time;

public sealed class SnapshotMarkTests
{
    private static readonly Gen<DateTimeOffset> Times = Gen.Choose(int.MinValue / 2, int.MaxValue).Select(seconds => new Moment(seconds).Utc);

    [Theory]
    [InlineData("2026-06-30T02:00:00Z", "2026-06-30/0200")]
    [InlineData("2026-06-30T01:59:59.999Z", "2026-06-29/2000")]
    [InlineData("2026-06-30T00:00:00Z", "2026-06-29/2000")]
    [InlineData("2026-06-30T07:59:59Z", "2026-06-30/0200")]
    [InlineData("2026-06-30T08:00:00Z", "2026-06-30/0800")]
    [InlineData("2026-06-30T14:00:01Z", "2026-06-30/1400")]
    [InlineData("2026-06-30T20:00:00Z", "2026-06-30/2000")]
    [InlineData("2026-06-30T23:59:59Z", "2026-06-30/2000")]
    [InlineData("2026-06-30T03:30:00+02:00", "2026-06-29/2000")]
    [InlineData("2000-01-01T01:59:59Z", "1999-12-31/2000")]
    [InlineData("1999-12-31T08:00:00Z", "1999-12-31/0800")]
    [InlineData("1999-12-31T07:59:59Z", "1999-12-31/0200")]
    public void AtOrBefore_Time_RoundsDown(string time, string mark) => SnapshotMark.AtOrBefore(Samples.Utc(time)).ToString().ShouldBe(mark);

    [Fact]
    public void AtOrBefore_AnyTime_IsTheNewestMarkThatIsNotAfterIt() =>
        Prop.ForAll(Times.ToArbitrary(), time =>
        {
            var mark = SnapshotMark.AtOrBefore(time);
            return mark.At.Utc <= time && time - mark.At.Utc < TimeSpan.FromHours(6) && mark.At.Utc.Hour % 6 == 2 && mark.At.Utc.Minute == 0;
        }).Hold();

    [Fact]
    public void AtOrBefore_TimeOutOfRange_DoesNotWrapAround()
    {
        (SnapshotMark.AtOrBefore(DateTimeOffset.MinValue) < SnapshotMark.Earliest).ShouldBeTrue();
        (SnapshotMark.AtOrBefore(DateTimeOffset.MaxValue) > SnapshotMark.Latest).ShouldBeTrue();
    }

    [Fact]
    public void TryParse_TextOfAnyMark_GivesTheMark() =>
        Prop.ForAll(Times.ToArbitrary(), time =>
        {
            var mark = SnapshotMark.AtOrBefore(time);
            return SnapshotMark.TryParse(mark.ToString(), out var read) && read == mark && mark.TimePath == read + "/";
        }).Hold();

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-30")]
    [InlineData("2026-06-30/0201")]
    [InlineData("2026-06-30/0300")]
    [InlineData("2026-06-30/0000")]
    [InlineData("2026-06-30/02:00")]
    [InlineData("2026-06-30/200")]
    [InlineData("2026-06-30/0200/")]
    [InlineData("/2026-06-30/0200")]
    [InlineData("2026-06-30 0200")]
    [InlineData("2026-6-30/0200")]
    [InlineData("2026-06-31/0200")]
    [InlineData("2026-06-30/2600")]
    [InlineData("26-06-30/0200")]
    [InlineData(" 2026-06-30/0200")]
    [InlineData("2026-06-30/0200Z")]
    [InlineData("0001-01-01/0200")]
    [InlineData("1900-01-01/0200")]
    [InlineData("2100-01-01/0200")]
    [InlineData("9999-12-31/2000")]
    public void TryParse_NoMark_IsRefused(string text) => SnapshotMark.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Next_LastMarkOfADay_IsTheFirstOfTheNext() => Samples.Mark("2026-12-31/2000").Next.ShouldBe(Samples.Mark("2027-01-01/0200"));

    [Theory]
    [InlineData("2026-06-30/0200", "2026-06-30/0200", 0)]
    [InlineData("2026-06-29/2000", "2026-06-30/0200", 1)]
    [InlineData("2026-06-27/0800", "2026-06-30/0200", 11)]
    [InlineData("2026-06-30/0800", "2026-06-30/0200", -1)]
    public void MarksBefore_Newer_CountsMarks(string older, string newer, int marks) =>
        Samples.Mark(older).MarksBefore(Samples.Mark(newer)).ShouldBe(marks);

    [Fact]
    public void TimePath_Mark_EndsWithASlash() => Samples.Mark("2021-01-25/0200").TimePath.ShouldBe("2021-01-25/0200/");

    [Fact]
    public void Operators_EarlierAndLater_OrderByTime()
    {
        var earlier = Samples.Mark("2026-06-29/2000");
        var later = Samples.Mark("2026-06-30/0200");

        (earlier < later).ShouldBeTrue();
        (later > earlier).ShouldBeTrue();
        (earlier >= later).ShouldBeFalse();
        (later <= earlier).ShouldBeFalse();
        earlier.CompareTo(later).ShouldBeNegative();
    }
}

using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Assessments;

public sealed class TimestampTextTests
{
    [Fact]
    public void Write_AnyMomentUpTo2068_IsTheTextOfTheFramework() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seconds => Written(new Moment(seconds)) == Expected(new Moment(seconds))).Hold(5000);

    [Fact]
    public void Write_EveryDayUpTo2068_IsTheTextOfTheFramework()
    {
        for (var day = 0; day < int.MaxValue / Moment.Day; day++)
            Written(new Moment(day * Moment.Day)).ShouldBe(Expected(new Moment(day * Moment.Day)));
    }

    [Fact]
    public void Write_LongerDestination_LeavesTheRest()
    {
        var text = "##############################"u8.ToArray();

        TimestampText.Write(Moment.OfDate("2026-06-30"), text);

        Encoding.ASCII.GetString(text).ShouldBe("2026-06-30 00:00:00###########");
    }

    [Fact]
    public void Write_TooShortADestination_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => TimestampText.Write(default, new byte[18]));

    private static string Written(Moment moment)
    {
        var text = new byte[TimestampText.Length];
        TimestampText.Write(moment, text);
        return Encoding.ASCII.GetString(text);
    }

    private static string Expected(Moment moment) =>
        new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(moment.Seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

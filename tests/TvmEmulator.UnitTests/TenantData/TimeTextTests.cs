using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using TvmEmulator.TenantData;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class TimeTextTests
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd"];

    [Fact]
    public void TryRead_AnyTimeInAnyForm_IsWhatTheFrameworkReads()
    {
        var times =
            from seconds in Gen.Choose(int.MinValue / 3, int.MaxValue)
            from offset in Gen.Choose(-14 * 60, 14 * 60)
            from format in Gen.Elements(Formats)
            select new Moment(seconds).Utc.ToOffset(TimeSpan.FromMinutes(offset)).ToString(format, CultureInfo.InvariantCulture);
        Prop.ForAll(times.ToArbitrary(), text =>
        {
            TimeText.TryRead(Encoding.UTF8.GetBytes(text), out var moment).ShouldBeTrue(text);
            moment.ShouldBe(Moment.Of(DateTimeOffset.ParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)), text);
        }).Hold(500);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-31")]
    [InlineData("2026-13-01")]
    [InlineData("2026-06-3")]
    [InlineData("30.06.2026")]
    [InlineData("2026-06-30 24:00:00")]
    [InlineData("2026-06-30 02:00")]
    [InlineData("2026-06-30 02:00:00 Z")]
    [InlineData("2026-06-30T02:00:00+1:00")]
    [InlineData("2026-06-30T02:00:00.")]
    public void TryRead_NoTime_IsRefused(string text) => TimeText.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void TryRead_Never_IsBeforeEverything()
    {
        TimeText.TryRead("0001-01-01T00:00:00+02:00"u8, out var moment).ShouldBeTrue();

        moment.Seconds.ShouldBe(int.MinValue);
    }
}

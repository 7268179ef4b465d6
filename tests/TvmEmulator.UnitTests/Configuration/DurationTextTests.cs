using System.Xml;
using FsCheck.Fluent;
using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.Configuration;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("00:00:00", 0)]
    [InlineData("01:02:03", 3723)]
    [InlineData("2.00:00:01", 172_801)]
    [InlineData("00:00:00.250", 0.25)]
    [InlineData("1.00:00:00.5", 86_400.5)]
    [InlineData("PT0S", 0)]
    [InlineData("PT1H", 3600)]
    [InlineData("PT90M", 5400)]
    [InlineData("P1DT1S", 86_401)]
    [InlineData("PT0.25S", 0.25)]
    public void Parse_Duration_IsRead(string text, double seconds) => DurationText.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("01:00")]
    [InlineData("1:00:00")]
    [InlineData("24:00:00")]
    [InlineData("00:60:00")]
    [InlineData("-01:00:00")]
    [InlineData(" 01:00:00")]
    [InlineData("01:00:00\n")]
    [InlineData("99999999.00:00:00")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("-PT1H")]
    [InlineData("pt1h")]
    [InlineData("PT1H\n")]
    [InlineData("PT٣H")]
    [InlineData("PT12345678H")]
    public void Parse_AnythingElse_IsNone(string text) => DurationText.Parse(text).ShouldBeNull();

    [Fact]
    public void Parse_WrittenByTheFramework_IsTheSame() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), milliseconds =>
            {
                var duration = TimeSpan.FromMilliseconds(Math.Abs((long)milliseconds * 997));
                return DurationText.Parse(duration.ToString("c")) == duration && DurationText.Parse(XmlConvert.ToString(duration)) == duration;
            })
            .Hold();
}

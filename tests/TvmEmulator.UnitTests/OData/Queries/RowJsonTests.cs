using System.Buffers;
using System.Text;
using System.Text.Json;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class RowJsonTests
{
    [Theory]
    [InlineData(2.39947438f, "2.39947438")]
    [InlineData(3.94418621f, "3.94418621")]
    [InlineData(46.2037163f, "46.2037163")]
    [InlineData(0.1f, "0.1")]
    [InlineData(0f, "0")]
    [InlineData(float.PositiveInfinity, "\"INF\"")]
    [InlineData(float.NaN, "\"NaN\"")]
    public void Single_AnyValue_HasTheServicesDigits(float value, string text) => Written(json => RowJson.Single(json, value)).ShouldBe(text);

    [Theory]
    [InlineData(3.9441860465116285, "3.9441860465116285")]
    [InlineData(340, "340")]
    [InlineData(4.2, "4.2")]
    [InlineData(double.NegativeInfinity, "\"-INF\"")]
    public void Double_AnyValue_HasTheServicesDigits(double value, string text) => Written(json => RowJson.Double(json, value)).ShouldBe(text);

    [Theory]
    [InlineData("2018-08-02T14:55:03.7791856Z", "2018-08-02T14:55:03.7791856Z")]
    [InlineData("2019-12-03T07:23:53.2804990Z", "2019-12-03T07:23:53.280499Z")]
    [InlineData("2019-10-08T02:00:00+02:00", "2019-10-08T00:00:00Z")]
    public void Time_AnyOffset_IsUtcWithAsManyDecimalsAsThereAre(string value, string text) =>
        Written(json => RowJson.Time(json, Samples.Utc(value))).ShouldBe($"\"{text}\"");

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, RowJson.Options))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}

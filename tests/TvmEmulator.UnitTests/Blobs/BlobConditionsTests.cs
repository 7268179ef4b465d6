using Microsoft.AspNetCore.Http;
using TvmEmulator.Blobs;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class BlobConditionsTests
{
    private const string ETag = "\"0x8D0123456789ABCD\"";
    private const string Before = "Tue, 30 Jun 2026 01:59:59 GMT";
    private const string Exactly = "Tue, 30 Jun 2026 02:00:00 GMT";
    private static readonly DateTimeOffset Modified = new(2026, 6, 30, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("If-Match", ETag, null)]
    [InlineData("If-Match", "0x8D0123456789ABCD", null)]
    [InlineData("If-Match", "*", null)]
    [InlineData("If-Match", "\"a\", " + ETag, null)]
    [InlineData("If-Match", "\"a\"", 412)]
    [InlineData("If-Match", "W/" + ETag, 412)]
    [InlineData("If-Match", ",", 412)]
    [InlineData("If-None-Match", ETag, 304)]
    [InlineData("If-None-Match", "W/" + ETag, 304)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-None-Match", "\"a\"," + ETag, 304)]
    [InlineData("If-None-Match", "\"a\",\"b\"", null)]
    [InlineData("If-Modified-Since", Before, null)]
    [InlineData("If-Modified-Since", Exactly, 304)]
    [InlineData("If-Modified-Since", "yesterday", 400)]
    [InlineData("If-Unmodified-Since", Exactly, null)]
    [InlineData("If-Unmodified-Since", Before, 412)]
    [InlineData("If-Unmodified-Since", "", 400)]
    public void Refuse_OneCondition_AnswersAsAzure(string header, string value, int? status) =>
        (BlobConditions.Refuse(new HeaderDictionary { [header] = value }, ETag, Modified)?.Status).ShouldBe(status);

    [Fact]
    public void Refuse_NoCondition_Passes() => BlobConditions.Refuse(new HeaderDictionary(), ETag, Modified).ShouldBeNull();

    [Fact]
    public void Refuse_TagAndTime_TagDecides()
    {
        BlobConditions.Refuse(new HeaderDictionary { ["If-Match"] = ETag, ["If-Unmodified-Since"] = Before }, ETag, Modified).ShouldBeNull();
        BlobConditions.Refuse(new HeaderDictionary { ["If-None-Match"] = "\"a\"", ["If-Modified-Since"] = Exactly }, ETag, Modified).ShouldBeNull();
    }
}

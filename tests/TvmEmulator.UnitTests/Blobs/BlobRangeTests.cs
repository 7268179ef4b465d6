using Microsoft.AspNetCore.Http;
using TvmEmulator.Blobs;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class BlobRangeTests
{
    private const long Length = 100;

    [Theory]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("bytes=10-", 10, 90)]
    [InlineData("bytes=0-", 0, 100)]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=99-99", 99, 1)]
    [InlineData("bytes=90-33554431", 90, 10)]
    [InlineData("bytes=90-99999999999999999999999", 90, 10)]
    [InlineData("Bytes= 1-2 ", 1, 2)]
    public void Read_RangeInside_IsCutToTheBlob(string text, long first, long count)
    {
        Read(text, out var range).ShouldBeNull();

        range.ShouldBe(new BlobRange(first, count, IsPart: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bytes=0-1,5-6")]
    public void Read_NoneOrSeveral_IsTheWholeBlob(string text)
    {
        Read(text, out var range).ShouldBeNull();

        range.ShouldBe(new BlobRange(0, Length, IsPart: false));
    }

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=100-200")]
    [InlineData("bytes=99999999999999999999999-")]
    [InlineData("bytes=20-10")]
    [InlineData("bytes=-5")]
    public void Read_NothingInside_IsInvalidRange(string text) => Read(text, out _)!.Code.ShouldBe("InvalidRange");

    [Theory]
    [InlineData("bytes")]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=1-b")]
    [InlineData("bytes=1--2")]
    [InlineData("bytes=+1-2")]
    [InlineData("bytes=1")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=١-٢")]
    public void Read_Unreadable_IsInvalidHeader(string text) => Read(text, out _)!.Code.ShouldBe("InvalidHeaderValue");

    [Fact]
    public void Read_BothHeaders_PrefersTheStorageHeader()
    {
        var headers = new HeaderDictionary { ["Range"] = "bytes=1-1", ["x-ms-range"] = "bytes=2-2" };

        BlobRange.Read(headers, Length, out var range).ShouldBeNull();

        range.First.ShouldBe(2);
    }

    private static BlobRefusal? Read(string text, out BlobRange range) =>
        BlobRange.Read(new HeaderDictionary { ["Range"] = text }, Length, out range);
}

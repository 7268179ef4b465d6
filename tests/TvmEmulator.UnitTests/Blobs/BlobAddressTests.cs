using Microsoft.AspNetCore.Http;
using TvmEmulator.Blobs;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class BlobAddressTests
{
    [Theory]
    [InlineData("/a/c/x/y=1/z", "a", "c", "x/y=1/z")]
    [InlineData("/a/c/x%2Fy%2fz", "a", "c", "x/y/z")]
    [InlineData("/a/c", "a", "c", "")]
    [InlineData("/a/", "a", "", "")]
    [InlineData("/a", "a", "", "")]
    [InlineData("", "", "", "")]
    public void Parse_Path_IsCutAtTheFirstTwoSegments(string path, string account, string container, string name) =>
        BlobAddress.Parse(new PathString(path)).ShouldBe(new BlobAddress(account, container, name));
}

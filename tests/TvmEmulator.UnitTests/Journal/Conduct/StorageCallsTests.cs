using TvmEmulator.Journal.Conduct;
using TvmEmulator.Pipeline;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class StorageCallsTests
{
    [Theory]
    [InlineData(false, false, 200, 0, 0)]
    [InlineData(true, false, 403, 1, 0)]
    [InlineData(false, true, 403, 0, 1)]
    [InlineData(false, false, 403, 0, 0)]
    public void End_Blob_SaysWhatCameWithTheLink(bool hasAuthorization, bool isExpired, int status, int bearer, int expired)
    {
        var feed = new ConductFeed();
        feed.Send(ConductFeed.Blob, status: status, facts: new BlobFacts("a/part-0.gz", hasAuthorization, isExpired));

        feed.CountOf(FindingKind.BearerToStorage).ShouldBe(bearer);
        feed.CountOf(FindingKind.LinkAfterExpiry).ShouldBe(expired);
    }
}

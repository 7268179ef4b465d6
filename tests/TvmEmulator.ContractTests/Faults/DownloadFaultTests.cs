using System.Net;
using System.Security.Cryptography;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Faults;

/// <summary>Scenarios in which an export or a file of it is not what it should be.</summary>
public sealed class DownloadFaultTests
{
    [Fact]
    public async Task Get_TruncatedDownload_IsHalfAFileInACompleteAnswer()
    {
        await using var server = await ScenarioServer.StartAsync("truncated-download");
        var genuine = await GenuineAsync(0);

        using var response = await GetAsync(server, 0);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        bytes.ShouldBe(genuine[..(genuine.Length / 2)]);
        response.Content.Headers.ContentLength.ShouldBe(bytes.Length);
        response.Content.Headers.ContentMD5.ShouldBeNull();
        // GZipStream unpacks what is there and says nothing.
        Gzip.Bytes(bytes).Length.ShouldBeLessThan(Gzip.Bytes(genuine).Length);
    }

    [Fact]
    public async Task Get_TruncatedDownload_LeavesOtherFilesAlone()
    {
        await using var server = await ScenarioServer.StartAsync("truncated-download");

        using var response = await GetAsync(server, 1);

        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(await GenuineAsync(1));
    }

    [Fact]
    public async Task Head_TruncatedDownload_HasTheLengthOfTheTruncatedFile()
    {
        await using var server = await ScenarioServer.StartAsync("truncated-download");

        using var response = await GetAsync(server, 0, HttpMethod.Head);

        response.Content.Headers.ContentLength.ShouldBe((await GenuineAsync(0)).Length / 2);
    }

    [Theory]
    [InlineData("kind: truncate, afterBytes: 50")]
    [InlineData("kind: two-members")]
    [InlineData("kind: null-column, name: osPlatform")]
    public async Task Get_RangeOfAFileOfAnotherLength_IsTheWhole(string action)
    {
        await using var server = await ScenarioServer.StartWithAsync($"faults: [{{ id: x, match: {{ route: Blob }}, action: {{ {action} }} }}]");
        using var whole = await GetAsync(server, 0);

        using var range = await GetAsync(server, 0, range: "bytes=10-19");

        range.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await range.Content.ReadAsByteArrayAsync()).ShouldBe(await whole.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_CorruptDownload_HasOneWrongByteOnceAndTheGenuineChecksum()
    {
        await using var server = await ScenarioServer.StartAsync("corrupt-download");
        var genuine = await GenuineAsync(0);

        using var corrupt = await GetAsync(server, 0);
        using var again = await GetAsync(server, 0);
        var bytes = await corrupt.Content.ReadAsByteArrayAsync();

        bytes.Length.ShouldBe(genuine.Length);
        Enumerable.Range(0, bytes.Length).Where(i => bytes[i] != genuine[i]).ShouldBe([100]);
#pragma warning disable CA5351 // Content-MD5 is a checksum of the storage protocol, not a protection.
        corrupt.Content.Headers.ContentMD5.ShouldBe(MD5.HashData(genuine));
#pragma warning restore CA5351
        (await again.Content.ReadAsByteArrayAsync()).ShouldBe(genuine);
    }

    [Fact]
    public async Task Get_TwoMemberDownload_LosesHalfOfTheLinesBehindTheFirstMember()
    {
        await using var server = await ScenarioServer.StartAsync("two-member-download");
        var genuine = Gzip.Bytes(await GenuineAsync(0));

        using var response = await GetAsync(server, 0);
        var packed = await response.Content.ReadAsByteArrayAsync();

        Gzip.Bytes(packed).ShouldBe(genuine);
        var first = Gzip.FirstMember(packed);
        genuine.AsSpan().StartsWith(first).ShouldBeTrue();
        first.Count(unit => unit == '\n').ShouldBe(genuine.Count(unit => unit == '\n') / 2);
    }

    [Fact]
    public async Task Get_EmptyDownload_HasNoBytesOnce()
    {
        await using var server = await ScenarioServer.StartAsync("empty-download");

        using var empty = await GetAsync(server, 0);
        using var again = await GetAsync(server, 0);

        empty.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await empty.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        (await again.Content.ReadAsByteArrayAsync()).ShouldBe(await GenuineAsync(0));
    }

    [Fact]
    public async Task Get_DrippingDownload_WaitsAsLongAsTheBytesTake()
    {
        var time = new HurriedTime();
        await using var server = await ScenarioServer.StartAsync("dripping-download", time);

        using var response = await GetAsync(server, 0);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        bytes.ShouldBe(await GenuineAsync(0));
        time.Waits.Sum(wait => wait.TotalSeconds).ShouldBe(bytes.Length / 20_000.0, tolerance: 0.01);
        time.Waits.ShouldAllBe(wait => wait <= TimeSpan.FromSeconds(0.1));
    }

    [Fact]
    public async Task Get_ExpiredLinks_AreRefusedByStorageUntilThereAreNewOnes()
    {
        await using var server = await ScenarioServer.StartAsync("expired-links");

        using var refused = await GetAsync(server, 0);
        using var answered = await GetAsync(server, 0);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Signature not valid in the specified time frame");
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_FullExample_DelaysAndCutsTheSecondDownload()
    {
        var time = new HurriedTime();
        await using var server = await ScenarioServer.StartAsync("full-example", time);

        using var first = await GetAsync(server, 0);
        using var second = await GetAsync(server, 0);

        first.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(20);
        second.Content.Headers.ContentLength.ShouldBe(20);
        time.Waits.ShouldBe([TimeSpan.FromMilliseconds(50)]);
        ScenarioServer.HintOf(second).ShouldBe("fault 'late-and-cut': delayed by 00:00:00.0500000; fault 'cut': ended the body after 20 bytes");
    }

    /// <summary>Asks for an export, and for one of its files.</summary>
    private static async Task<HttpResponseMessage> GetAsync(RunningServer server, int file, HttpMethod? method = null, string? range = null)
    {
        using var client = server.NewClientWithoutToken();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, (await server.LinksAsync())[file]);
        if (range is not null)
            request.Headers.TryAddWithoutValidation("Range", range);
        return await client.SendAsync(request);
    }

    private static async Task<byte[]> GenuineAsync(int file)
    {
        await using var server = await RunningServer.StartAsync(new() { Devices = 60 });
        using var response = await GetAsync(server, file);
        return await response.Content.ReadAsByteArrayAsync();
    }
}

using System.Net.Http.Headers;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.ContractTests.Responses;

public sealed class BlobTests(Editions editions) : IClassFixture<Editions>
{
    [Fact]
    public async Task Get_PartFile_IsGzipOfLines()
    {
        var file = await PartFileText.FirstOfAsync(editions["2021"]);
        using var response = await SendAsync(file.Link);

        (file.Head(response) + Gzip.Text(await response.Content.ReadAsByteArrayAsync())).ShouldBeApproved();
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Head_PartFile_HasNoBody(string edition)
    {
        var file = await PartFileText.FirstOfAsync(editions[edition]);
        using var response = await SendAsync(file.Link, request => request.Method = HttpMethod.Head);

        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        file.Head(response).ShouldBeApproved(edition);
    }

    [Fact]
    public async Task Get_ClientRequestIdAndVersion_AreEchoed()
    {
        var file = await PartFileText.FirstOfAsync(editions["2021"]);
        using var response = await SendAsync(file.Link, request =>
        {
            request.Headers.Add("x-ms-client-request-id", "my-own-id");
            request.Headers.Add("x-ms-version", "2025-01-05");
        });

        file.Head(response).ShouldBeApproved();
    }

    // The first ten bytes of a gzip file are its header; what follows may differ from machine to machine.
    [Theory]
    [InlineData("Range")]
    [InlineData("x-ms-range")]
    public async Task Get_Range_IsPartialContent(string header)
    {
        var file = await PartFileText.FirstOfAsync(editions["2021"]);
        using var response = await SendAsync(file.Link, request => request.Headers.Add(header, "bytes=0-9"));

        (file.Head(response) + Convert.ToHexString(await response.Content.ReadAsByteArrayAsync())).ShouldBeApproved(header);
    }

    [Theory]
    [InlineData(10, 19)]
    [InlineData(1000, null)]
    [InlineData(1000, 99_999_999)]
    public async Task Get_Range_IsThatSlice(int first, int? last)
    {
        var file = await PartFileText.FirstOfAsync(editions["2021"]);
        using var response = await SendAsync(file.Link, request => request.Headers.Range = new RangeHeaderValue(first, last));

        var end = Math.Min((last ?? int.MaxValue - 1) + 1, file.Packed.Length);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(file.Packed[first..end].ToArray());
        response.Content.Headers.ContentRange.ShouldBe(new ContentRangeHeaderValue(first, end - 1, file.Packed.Length));
    }

    [Fact]
    public async Task Get_RangeBehindTheEnd_IsInvalidRange()
    {
        var file = await PartFileText.FirstOfAsync(editions["2021"]);
        using var response = await SendAsync(file.Link, request => request.Headers.Range = new RangeHeaderValue(99_999_999, null));

        (file.Head(response) + await response.Content.ReadAsStringAsync()).ShouldBeApproved();
    }

    [Theory]
    [InlineData("not-modified", "If-None-Match", "{etag}")]
    [InlineData("not-modified-since", "If-Modified-Since", "Tue, 30 Jun 2026 02:00:00 GMT")]
    [InlineData("other-etag", "If-Match", "\"0x8D0000000000000\"")]
    [InlineData("modified-since", "If-Unmodified-Since", "Tue, 30 Jun 2026 01:59:59 GMT")]
    public async Task Get_ConditionThatDoesNotHold_SendsNoFile(string variant, string header, string value)
    {
        var file = await PartFileText.FirstOfAsync(editions["2021"]);
        using var plain = await SendAsync(file.Link);
        using var response = await SendAsync(file.Link, request =>
            request.Headers.Add(header, value.Replace("{etag}", plain.Headers.ETag!.Tag, StringComparison.Ordinal)));

        (file.Head(response) + await response.Content.ReadAsStringAsync()).ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("2021", 3)]
    [InlineData("2026", 1)]
    public async Task Get_ExpiredLink_IsRefused(string edition, int hours)
    {
        var link = (await editions[edition].LinksAsync())[0];
        await using var later = await RunningServer.StartAsync(
            Editions.OptionsOf(edition), FixedTime.RequestTime.AddHours(hours).AddSeconds(130));
        using var client = later.NewClientWithoutToken();
        using var response = await client.GetAsync(later.Here(link.OriginalString));

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(edition);
    }

    [Fact]
    public async Task Get_LinkInItsLastSecond_Works()
    {
        var link = (await editions["2021"].LinksAsync())[0];
        await using var later = await RunningServer.StartAsync(
            Editions.OptionsOf("2021"), FixedTime.RequestTime.AddHours(3).AddSeconds(-1));
        using var client = later.NewClientWithoutToken();
        using var response = await client.GetAsync(later.Here(link.OriginalString));

        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Get_GenuineLinkToASnapshotThatIsGone_IsBlobNotFound()
    {
        await using var older = await RunningServer.StartAsync(
            Editions.OptionsOf("2021") with { DataTime = SnapshotMark.AtOrBefore(FixedTime.RequestTime.AddDays(-10)) });
        var link = editions["2021"].Here((await older.LinksAsync())[0].OriginalString);
        using var response = await SendAsync(link);

        (await ResponseText.ReadAsync(response)).ShouldBeApproved();
    }

    [Theory]
    [InlineData("tampered-signature", "&sig=", "&sig=AAAA")]
    [InlineData("later-expiry", "&se=2026-06-30T12", "&se=2026-06-30T13")]
    [InlineData("unknown-blob", "/part-", "/part-9")]
    [InlineData("unknown-container", "/tvm-export/", "/other-container/")]
    [InlineData("other-casing", "/tvmexportstrstgeus/", "/TvmExportStrStgEus/")]
    [InlineData("unknown-account", "/tvmexportstrstgeus/", "/otheraccount/")]
    public async Task Get_ChangedLink_IsRefused(string variant, string text, string changed)
    {
        var link = (await editions["2021"].LinksAsync())[0].OriginalString;
        link.ShouldContain(text);
        using var response = await SendAsync(new Uri(link.Replace(text, changed, StringComparison.Ordinal)));

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(variant);
    }

    [Fact]
    public async Task Get_WithoutSas_IsRefused()
    {
        var link = (await editions["2021"].LinksAsync())[0];
        using var response = await SendAsync(new Uri(link.GetLeftPart(UriPartial.Path)));

        (await ResponseText.ReadAsync(response)).ShouldBeApproved();
    }

    [Fact]
    public async Task Get_BearerBesideSas_IsRefused()
    {
        var link = (await editions["2021"].LinksAsync())[0];
        using var response = await SendAsync(link, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "any"));

        (await ResponseText.ReadAsync(response)).ShouldBeApproved();
    }

    [Theory]
    [InlineData("Basic", "YTpi")]
    [InlineData("SharedKey", "tvmexportstrstgeus:c2lnbmF0dXJl")]
    public async Task Get_AnyAuthorizationBesideSas_IsRefused(string scheme, string value)
    {
        var link = (await editions["2021"].LinksAsync())[0];
        using var response = await SendAsync(link, request => request.Headers.Authorization = new AuthenticationHeaderValue(scheme, value));

        ((int)response.StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task Put_ValidSas_IsRefused()
    {
        var link = (await editions["2021"].LinksAsync())[0];
        using var response = await SendAsync(link, request =>
        {
            request.Method = HttpMethod.Put;
            request.Content = new StringContent("mine");
        });

        (await ResponseText.ReadAsync(response)).ShouldBeApproved();
    }

    [Fact]
    public async Task Get_EitherEdition_HoldsTheSameLines() =>
        (await editions["2026"].PartFilesAsync()).ShouldBe(await editions["2021"].PartFilesAsync());

    private async Task<HttpResponseMessage> SendAsync(Uri link, Action<HttpRequestMessage>? change = null)
    {
        using var client = editions["2021"].NewClientWithoutToken();
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        change?.Invoke(request);
        return await client.SendAsync(request);
    }
}

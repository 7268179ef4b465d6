using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary><c>GET /_emulator/report</c>: what a CI job learns about its client.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private const string Inventory = "/api/machines/SoftwareInventoryByMachine";

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(Editions.OptionsOf("2021") with { QuotaFactor = 1 });

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("json", "")]
    [InlineData("junit", "?format=junit")]
    public async Task Get_NothingWasSent_FindsNothing(string variant, string query) => (await ReportAsync(query)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("json", "?format=json")]
    [InlineData("junit", "?format=junit")]
    public async Task Get_AfterMistakes_TellsThem(string variant, string query)
    {
        var next = await NextLinkAsync($"{Inventory}?pageSize=5");
        await GetAsync(next);
        await GetAsync(next);
        await GetAsync($"{next}&a=%3Cb%3E%01");
        await GetAsync(await FirstFileAsync());

        (await ReportAsync(query)).ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("format", "?format=xml")]
    [InlineData("misspelt", "?fromat=junit")]
    [InlineData("tenant", "?tenant=contoso")]
    public async Task Get_WrongParameter_IsRefused(string variant, string query) => (await ReportAsync(query)).ShouldBeApproved(variant);

    [Fact]
    public async Task Get_AfterAGoodClient_FindsNothing()
    {
        for (var next = (Uri?)_server.Here($"http://x{Inventory}?pageSize=100"); next is not null;)
            next = await NextLinkAsync(next.PathAndQuery) is { } link ? _server.Here(link) : null;
        (await _server.PartFilesAsync()).ShouldNotBeEmpty();

        (await FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_NextLinkFollowedWithAnotherPageSize_IsRebuilt()
    {
        var next = await NextLinkAsync($"{Inventory}?pageSize=100");
        await GetAsync(next!.Replace("pagesize=100", "pagesize=200", StringComparison.Ordinal));

        (await FindingsAsync()).ShouldBe("nextlink-rebuilt");
    }

    [Fact]
    public async Task Get_NextLinkFollowedTwice_IsFetchedTwice()
    {
        var next = await NextLinkAsync($"{Inventory}?pageSize=150");
        await GetAsync(next);
        await GetAsync(next);

        (await FindingsAsync()).ShouldBe("page-fetched-twice");
    }

    [Fact]
    public async Task Get_NextLinkNotFollowed_IsAbandoned()
    {
        await GetAsync($"{Inventory}?pageSize=100");

        (await FindingsAsync()).ShouldBe("chain-abandoned");
    }

    [Fact]
    public async Task Get_TinyPages_AreTooSmall()
    {
        await GetAsync($"{Inventory}?pageSize=1");

        (await FindingsAsync()).ShouldContain("page-too-small");
    }

    [Theory]
    [InlineData("?$top=10", "top-truncates")]
    [InlineData("?$top=200000", "")]
    public async Task Get_TopWithoutSkip_TruncatesWhenMoreRowsExist(string query, string finding)
    {
        await GetAsync(Inventory + query);

        (await FindingsAsync()).ShouldBe(finding);
    }

    [Fact]
    public async Task Get_WindowThatFailedWhileALaterOneWasGot_IsSkipped()
    {
        await GetAsync($"{Inventory}?$top=50");
        await GetAsync($"{Inventory}?$top=50&$skip=50&$orderby=deviceId");
        await GetAsync($"{Inventory}?$top=200000&$skip=100");

        (await FindingsAsync()).ShouldBe("page-skipped-after-error top-truncates");
    }

    [Fact]
    public async Task Get_FileThatFailedWhileALaterOneWasGot_IsSkipped()
    {
        var links = await _server.LinksAsync();
        using var client = _server.NewClientWithoutToken();
        (await client.GetAsync(links[0].GetLeftPart(UriPartial.Path))).Dispose();
        (await client.GetAsync(links[1])).Dispose();
        (await FindingsAsync()).ShouldBe("page-skipped-after-error");
        (await client.GetAsync(links[0])).Dispose();

        (await FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_ExportAskedForTwice_IsWasteful()
    {
        await _server.LinksAsync();
        await _server.LinksAsync();

        (await FindingsAsync()).ShouldBe("export-while-valid");
    }

    [Fact]
    public async Task Get_TokenSentToTheStorage_IsAViolation()
    {
        await GetAsync(await FirstFileAsync());

        (await FindingsAsync()).ShouldBe("bearer-to-storage");
    }

    [Fact]
    public async Task Get_LinkUsedTooLate_IsToldOnce()
    {
        var link = new Uri(await FirstFileAsync());
        await using var later = await RunningServer.StartAsync(Editions.OptionsOf("2021"), FixedTime.RequestTime.AddHours(4));
        using var client = later.NewClientWithoutToken();
        (await client.GetAsync(link.PathAndQuery)).Dispose();

        (await FindingsAsync(later)).ShouldBe("link-after-expiry");
    }

    private async Task<string> FirstFileAsync() => (await _server.LinksAsync())[0].AbsoluteUri;

    private async Task GetAsync(string? link) => (await _server.Client.GetAsync(Local(link!))).Dispose();

    private async Task<string?> NextLinkAsync(string link)
    {
        var page = JsonElement.Parse(await _server.Client.GetByteArrayAsync(Local(link)));
        return page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
    }

    private Uri Local(string link) => link.StartsWith('/') ? new Uri(_server.Url, link) : _server.Here(link);

    private async Task<string> ReportAsync(string query)
    {
        using var response = await _server.Client.GetAsync("/_emulator/report" + query);
        return await ResponseText.ReadAsync(response);
    }

    /// <summary>The ids of all findings in their order, with blanks between.</summary>
    private async Task<string> FindingsAsync(RunningServer? server = null)
    {
        var report = JsonElement.Parse(await (server ?? _server).Client.GetByteArrayAsync("/_emulator/report"));
        return string.Join(' ', report.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("id").GetString()));
    }
}

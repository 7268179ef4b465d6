using System.Net;
using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class SoftwareInventoryByMachineTests(Editions editions) : IClassFixture<Editions>
{
    private const string Route = "/api/machines/SoftwareInventoryByMachine";

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_PageSize_IsTheFirstPage(string edition) => (await GetAsync("?pageSize=3", edition)).ShouldBeApproved(edition);

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_NextLink_IsTheSecondPage(string edition)
    {
        var link = await NextLinkAsync("?pageSize=3", edition);

        (await GetAsync(link, edition)).ShouldBeApproved(edition);
    }

    [Fact]
    public async Task Get_NextLinkOfTheLastButOne_IsTheLastPage()
    {
        var rows = (await JsonAsync("/_emulator")).GetProperty("inventoryRows").GetInt32();
        var link = await NextLinkAsync($"?pageSize={rows - 2}");

        (await GetAsync(link)).ShouldBeApproved();
    }

    [Fact]
    public async Task Get_NoPageSize_HoldsEverythingWithoutNextLink()
    {
        var rows = (await JsonAsync("/_emulator")).GetProperty("inventoryRows").GetInt32();
        var page = await JsonAsync(Route);

        page.EnumerateObject().Select(member => member.Name).ShouldBe(["@odata.context", "value"]);
        page.GetProperty("value").GetArrayLength().ShouldBe(rows);
    }

    [Theory]
    [InlineData("encoded-dollar", "?%24top=2")]
    [InlineData("with-skip", "?$top=2&$skip=3")]
    [InlineData("skip-beyond-the-end", "?$top=2&$skip=2147483647")]
    [InlineData("wins-over-pageSize", "?pageSize=1&$top=2")]
    public async Task Get_Top_HasNoNextLink(string variant, string query) => (await GetAsync(query)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("padded", "?pageSize=3%20%20&sinceTime=2021-05-19")]
    [InlineData("padded-with-plus", "?pageSize=3++")]
    [InlineData("other-order", "?sinceTime=2021-05-19T18%3A35%3A49.924Z&PAGESIZE=3")]
    [InlineData("unknown-parameter", "?pageSize=3&fruit=A%26B")]
    [InlineData("without-value", "?pageSize=3&fruit")]
    [InlineData("no-duplicate-token", "?pageSize=3&%24skiptoken=eyJFeHBvcnREZWZpbml0aW9uIjp7IlRpbWVQYXRoIjoiMjAyNi0wNi0zMC8wMjAwLyJ9LCJFeHBvcnRGaWxlSW5kZXgiOjAsIkxpbmVTdG9wcGVkQXQiOjN9")]
    public async Task Get_OtherParameters_AreRepeatedInTheNextLink(string variant, string query) =>
        (await NextLinkAsync(query)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("/api/v1.0/machines/SoftwareInventoryByMachine?pageSize=3")]
    [InlineData("/API/V1.0/MACHINES/softwareinventorybymachine?PageSize=3")]
    [InlineData("/api/machines/SoftwareInventoryByMachine?%70ageSize=3")]
    public async Task Get_OtherSpelling_AnswersTheSame(string path)
    {
        var plain = await editions["2021"].Client.GetStringAsync($"{Route}?pageSize=3");

        (await editions["2021"].Client.GetStringAsync(path)).ShouldBe(plain);
    }

    [Theory]
    [InlineData("pageSize-0", "?pageSize=0")]
    [InlineData("pageSize-200001", "?pageSize=200001")]
    [InlineData("pageSize-negative", "?pageSize=-1")]
    [InlineData("pageSize-abc", "?pageSize=abc")]
    [InlineData("pageSize-1e06", "?pageSize=1e+06")]
    [InlineData("pageSize-empty", "?pageSize=")]
    [InlineData("pageSize-doubled", "?pageSize=3&pagesize=3")]
    [InlineData("top-0", "?$top=0")]
    [InlineData("top-200001", "?$top=200001")]
    [InlineData("skip-alone", "?$skip=1")]
    [InlineData("skip-negative", "?$top=1&$skip=-1")]
    [InlineData("filter", "?$filter=osPlatform%20eq%20'Windows11'")]
    [InlineData("select", "?$select=deviceId")]
    [InlineData("orderby", "?$orderby=deviceId")]
    [InlineData("count", "?$count=true")]
    [InlineData("unknown-option", "?$pageSize=3")]
    [InlineData("pageSize-nul", "?pageSize=3%00")]
    public async Task Get_WrongParameter_IsBadRequest(string variant, string query) => (await GetFromBothAsync(query)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("top", "$top=1")]
    [InlineData("skip", "$skip=1")]
    public async Task Get_BesideASkipToken_IsBadRequest(string variant, string parameter)
    {
        var token = SkipTokenText.Of(SkipTokenText.Newest, 0, 3);

        (await GetFromBothAsync($"?$skiptoken={token}&{parameter}")).ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("not-base64", "%25%25%25")]
    public async Task Get_SkipTokenThatIsNoBase64_IsBadRequest(string variant, string token) =>
        (await GetFromBothAsync($"?$skiptoken={token}")).ShouldBeApproved(variant);

    [Theory]
    [InlineData("not-json", "no json")]
    [InlineData("extra-member", """{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0,"LineStoppedAt":3,"Extra":1}""")]
    [InlineData("missing-member", """{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0}""")]
    [InlineData("null-definition", """{"ExportDefinition":null,"ExportFileIndex":0,"LineStoppedAt":3}""")]
    [InlineData("not-a-mark", """{"ExportDefinition":{"TimePath":"2026-06-30/0300/"},"ExportFileIndex":0,"LineStoppedAt":3}""")]
    [InlineData("negative-line", """{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0,"LineStoppedAt":-3}""")]
    [InlineData("no-longer-kept", """{"ExportDefinition":{"TimePath":"2026-06-27/0200/"},"ExportFileIndex":0,"LineStoppedAt":3}""")]
    [InlineData("in-the-future", """{"ExportDefinition":{"TimePath":"2026-06-30/0800/"},"ExportFileIndex":0,"LineStoppedAt":3}""")]
    [InlineData("file-out-of-range", """{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":99,"LineStoppedAt":0}""")]
    [InlineData("line-out-of-range", """{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0,"LineStoppedAt":50001}""")]
    public async Task Get_WrongSkipToken_IsBadRequest(string variant, string json) =>
        (await GetFromBothAsync($"?$skiptoken={SkipTokenText.Of(json)}")).ShouldBeApproved(variant);

    [Fact]
    public async Task Get_SkipTokenOfAnOlderSnapshot_StaysOnIt()
    {
        var older = SkipTokenText.Of("2026-06-27/0800/", 0, 3);
        var link = await NextLinkAsync($"?pageSize=1&$skiptoken={older}");

        link.ShouldEndWith("$skiptoken=" + SkipTokenText.Of("2026-06-27/0800/", 0, 4));
    }

    [Fact]
    public async Task Get_SkipTokenAtTheEndOfAFile_IsTheBeginningOfTheNext()
    {
        var files = await editions["2021"].PartFilesAsync();
        var lines = files[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        var end = await JsonAsync($"{Route}?pageSize=1&$skiptoken={SkipTokenText.Of(SkipTokenText.Newest, 0, lines)}");
        var beginning = await JsonAsync($"{Route}?pageSize=1&$skiptoken={SkipTokenText.Of(SkipTokenText.Newest, 1, 0)}");

        end.GetRawText().ShouldBe(beginning.GetRawText());
        end.GetProperty("value").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Get_SkipTokenAtTheVeryEnd_IsAnEmptyLastPage()
    {
        var files = await editions["2021"].PartFilesAsync();
        var lines = files[^1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

        (await GetAsync($"?$skiptoken={SkipTokenText.Of(SkipTokenText.Newest, files.Count - 1, lines)}")).ShouldBeApproved();
    }

    [Fact]
    public async Task Get_SkipTokenOneBeyondTheEnd_IsBadRequest()
    {
        var files = await editions["2021"].PartFilesAsync();
        var lines = files[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        using var response = await editions["2021"].Client.GetAsync($"{Route}?$skiptoken={SkipTokenText.Of(SkipTokenText.Newest, 0, lines + 1)}");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<string> GetFromBothAsync(string query) => editions.InBothAsync(async server =>
    {
        using var response = await server.Client.GetAsync(Route + query);
        return await ResponseText.ReadAsync(response);
    });

    private async Task<string> GetAsync(string queryOrLink, string edition = "2021")
    {
        var server = editions[edition];
        using var response = await server.Client.GetAsync(queryOrLink[0] == '?' ? new Uri(server.Url, Route + queryOrLink) : server.Here(queryOrLink));
        return await ResponseText.ReadAsync(response);
    }

    private async Task<string> NextLinkAsync(string query, string edition = "2021") =>
        (await JsonAsync(Route + query, edition)).GetProperty("@odata.nextLink").GetString()!;

    private async Task<JsonElement> JsonAsync(string path, string edition = "2021") =>
        JsonElement.Parse(await editions[edition].Client.GetByteArrayAsync(path));
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class EntityListTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task AnswerAsync_NoQuery_IsEveryColumnInOrder()
    {
        var (_, body) = await ListAsync("", Devices.Four.Take(1));

        body.ShouldBe(
            """
            {"@odata.context":"https://api.test/api/$metadata#Devices","value":[{"id":"a","name":"Alpha.Contoso","weaknesses":3,"osBuild":17763,
            "impact":2.39947438,"score":3.9441860465116285,"isJoined":true,"lastSeen":"2024-01-02T03:04:05.1234567Z",
            "directoryId":"0b7e1e6c-0000-4000-8000-00000000000a","risk":"High","tags":["prod","web"],
            "addresses":[{"ip":"10.0.0.1","port":80},{"ip":"10.0.0.2","port":null}],"cloud":{"vmId":"vm-1"}}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task AnswerAsync_Select_IsTheNamedColumnsAndTheirNamesInTheContext()
    {
        var (_, body) = await ListAsync("$select=NAME,id&$filter=id eq 'd'&$count=true", Devices.Four);

        body.ShouldBe("""{"@odata.context":"https://api.test/api/$metadata#Devices(name,id)","@odata.count":1,"value":[{"id":"d","name":"o'brien + søn"}]}""");
    }

    [Fact]
    public async Task AnswerAsync_MoreThanAPage_HasANextLinkThatKeepsTheQuery()
    {
        var (_, body) = await ListAsync("$SKIP=1&%24filter=name+ne+'x%26y'&$select=id&extra=1", Devices.Four);

        JsonDocument.Parse(body).RootElement.GetProperty("@odata.nextLink").GetString()
            .ShouldBe("https://api.test/api/devices?$filter=name%20ne%20%27x%26y%27&$select=id&extra=1&$skip=3");
    }

    /// <summary>So that a refusal can be answered in place of half a row.</summary>
    [Fact]
    public async Task AnswerAsync_RowThatCannotBeWritten_HasSentNothing() => (await DeviceList.BrokenAsync()).ShouldBeEmpty();

    [Fact]
    public async Task AnswerAsync_ChainOfNextLinks_IsEveryRowOnce()
    {
        var ids = new List<string>();
        for (string? query = "$select=id"; query is not null;)
        {
            var answer = JsonDocument.Parse((await ListAsync(query, Devices.Four)).Body).RootElement;
            ids.AddRange(answer.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            query = answer.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()!.Split('?')[1] : null;
        }

        ids.ShouldBe(["a", "b", "c", "d"]);
    }

    [Theory]
    [InlineData("$orderby=id", 10, "0 1 2 3 4 5 6 7 8 9", "")]
    [InlineData("$orderby=id desc", 6, "9 8 7 6 5 4", "4")]
    [InlineData("$orderby=id&$skip=1", 6, "1 2 3 4", "4")]
    [InlineData("$skip=0", 6, "0 1 2 3 4 5 6 7 8 9", "")]
    public async Task AnswerAsync_ChainInAnOrder_EndsWhereALinkWouldBeRefused(string first, int mostSorted, string ids, string mostSkip)
    {
        var rows = Enumerable.Range(0, 10).Select(number => new Device($"{number}")).ToList();
        var found = new List<string>();
        var hint = "";
        for (string? query = first; query is not null;)
        {
            var (response, body) = await DeviceList.ListAsync(query, rows, pageSize: 2, mostSorted: mostSorted);
            response.StatusCode.ShouldBe(200, query);
            hint.ShouldBeEmpty("only the last page has one");
            hint = response.Headers[Hint.Header].ToString();
            var answer = JsonDocument.Parse(body).RootElement;
            found.AddRange(answer.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            query = answer.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()!.Split('?')[1] : null;
        }

        string.Join(' ', found).ShouldBe(ids);
        hint.ShouldBe(mostSkip.Length == 0 ? "" : $"the order ends here though rows are left: the largest $skip beside $orderby is {mostSkip}; fewer rows can be had by $filter, more without an order");
    }

    [Theory]
    [InlineData("$filter=weaknesses eq 3", "the service's documents list no $filter on weaknesses")]
    [InlineData("$filter=id eq 'a' and tags/any(t: t eq name)", "the service's documents list no $filter on tags, name")]
    [InlineData("$filter=ID eq 'a'", "")]
    [InlineData("$orderby=weaknesses", "")]
    public async Task AnswerAsync_FilterOnAnUndocumentedProperty_HintsAtIt(string query, string hint)
    {
        var (response, _) = await ListAsync(query, Devices.Four);

        response.Headers[Hint.Header].ToString().ShouldBe(hint);
    }

    [Theory]
    [InlineData("$filter=id eqq 'a'", "Syntax error at position 6 in 'id eqq 'a''.")]
    [InlineData("$filter=1 div weaknesses eq 1", "The query cannot be evaluated: Attempted to divide by zero.")]
    public async Task AnswerAsync_WrongQuery_IsAnError(string query, string message)
    {
        var (response, body) = await ListAsync(query, Devices.Four);

        response.StatusCode.ShouldBe(400);
        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("ODataError");
        error.GetProperty("message").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task AnswerAsync_LongList_IsWhatTheSerializerWrites()
    {
        var rows = Enumerable.Range(0, 5_000).Select(number => new Device($"{number}") { Name = $"\"{number}\" + <søn>" }).ToList();

        var (_, body) = await ListAsync("$select=id,name", rows, pageSize: 10_000);

        var expected = JsonSerializer.Serialize(rows.Select(row => new { id = row.Id, name = row.Name }), Relaxed);
        body.ShouldBe($$"""{"@odata.context":"https://api.test/api/$metadata#Devices(id,name)","value":{{expected}}}""");
    }

    [Theory]
    [InlineData("", """{"@odata.context":"https://api.test/api/$metadata#Devices/$entity","id":"c","name":null,""")]
    [InlineData("$select=id", """{"@odata.context":"https://api.test/api/$metadata#Devices(id)/$entity","id":"c"}""")]
    [InlineData("$filter=id eq 'c'", """{"error":{"code":"BadRequest","message":"The query option $filter is not supported here, only $select, $expand.",""")]
    public async Task AnswerEntityAsync_AnyQuery_IsTheEntityOrARefusal(string query, string beginning) =>
        (await DeviceList.EntityAsync(query, new Device("c"))).ShouldStartWith(beginning);

    [Fact]
    public async Task AnswerEntityAsync_ContextOfItsOwn_IsTheContextWithTheSelectList() =>
        (await DeviceList.EntityAsync("$select=id", new Device("c"), ownContext: "Device"))
            .ShouldBe("""{"@odata.context":"https://api.test/api/$metadata#Device(id)","id":"c"}""");

    [Theory]
    [InlineData("", "risk id")]
    [InlineData("$filter=name ne null", "risk id")]
    [InlineData("$select=name,risk", "name risk")]
    public void ReadList_ShapeThatShowsSomeColumns_ShowsThoseUnlessOthersAreSelected(string query, string columns)
    {
        var reader = new EntityQueryReader<Device>(Devices.Model, Devices.Shape.Showing("risk", "id"), 10);

        var read = reader.ReadList(QueryParameters.Parse(new QueryString("?" + query)), default).Query.ShouldNotBeNull();

        string.Join(' ', read.Projection.Columns.Select(column => column.Name)).ShouldBe(columns);
    }

    [Fact]
    public async Task AnswerAsync_CallerWantsNoMetadata_LeavesOutNothingButTheContext()
    {
        var (_, body) = await DeviceList.ListAsync("$select=id&$count=true", Devices.Four, pageSize: 1, accept: "application/json;odata.metadata=none");

        body.ShouldBe("""{"@odata.count":4,"value":[{"id":"a"}],"@odata.nextLink":"https://api.test/api/devices?$select=id&$count=true&$skip=1"}""");
    }

    [Fact]
    public async Task AnswerEntityAsync_CallerWantsNoMetadata_LeavesOutTheContext() =>
        (await DeviceList.EntityAsync("$select=id", new Device("c"), accept: "application/json;odata.metadata=none")).ShouldBe("""{"id":"c"}""");

    [Theory]
    [InlineData("", 11)]
    [InlineData("$select=*", 11)]
    [InlineData("$select=id,score,tags,cloud&$count=true", 3)]
    public async Task AnswerAsync_Answer_IsReadByTheStrictReader(string query, int properties)
    {
        var (_, body) = await ListAsync(query, Devices.Four.Where(row => row.Id != "d"), pageSize: 3);

        StrictDevices.Read(body).ShouldBe([("a", properties), ("b", properties), ("c", properties)]);
    }

    [Fact]
    public void ReadList_ColumnOfAnotherTypeThanItsProperty_IsTheDevelopersMistake()
    {
        var reader = new EntityQueryReader<Device>(Devices.Model, new EntityShape<Device>("Device").Integer("name", device => device.Weaknesses), 10);

        Should.Throw<InvalidOperationException>(() => reader.ReadList(QueryParameters.Parse(new QueryString("?$top=1")), default))
            .Message.ShouldStartWith("Column name of Device is");
    }

    [Fact]
    public void ReadList_NavigationThatTheModelDoesNotHave_IsTheDevelopersMistake()
    {
        var device = new EntityShape<Device>("Device");
        var reader = new EntityQueryReader<Device>(Devices.Model, device.NavigationToOne("peers", device, row => row.Host), 10);

        Should.Throw<InvalidOperationException>(() => reader.ReadList(QueryParameters.Parse(new QueryString("?$top=1")), default))
            .Message.ShouldBe("Navigation peers of Device is another one in the model.");
    }

    private static Task<(HttpResponse Response, string Body)> ListAsync(string query, IEnumerable<Device> rows, int pageSize = 2) =>
        DeviceList.ListAsync(query, rows.ToList(), pageSize);
}

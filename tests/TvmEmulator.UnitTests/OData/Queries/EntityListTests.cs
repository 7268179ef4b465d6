using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.OData;
using Microsoft.OData.Edm;
using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.UnitTests.Worlds;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class EntityListTests
{
    private const string Base = "https://api.test";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly World _world = new(
        "contoso.com",
        WorldSettings.Of(new EmulatorOptions { Devices = 3 }),
        new EmulatorOptions(),
        new SettableTime { Now = Samples.Utc("2024-01-02T12:00:00") },
        new TenantPool());

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
    public async Task AnswerEntityAsync_AnyQuery_IsTheEntityOrARefusal(string query, string beginning)
    {
        var context = Request(query);
        await List(pageSize: 3).AnswerEntityAsync(context, Base, new Device("c"));

        BodyOf(context).ShouldStartWith(beginning);
    }

    [Theory]
    [InlineData("", 11)]
    [InlineData("$select=*", 11)]
    [InlineData("$select=id,score,tags,cloud&$count=true", 3)]
    public async Task AnswerAsync_Answer_IsReadByTheStrictReader(string query, int properties)
    {
        var (_, body) = await ListAsync(query, Devices.Four.Where(row => row.Id != "d"), pageSize: 3);
        var settings = new ODataMessageReaderSettings { Validations = ValidationKinds.All };
        using var messages = new ODataMessageReader((IODataResponseMessage)Message(body), settings, Devices.Model.Value);
        var reader = messages.CreateODataResourceSetReader(Devices.Model.Value.FindDeclaredEntitySet("Devices"), expectedResourceType: null);

        var read = new List<int>();
        while (reader.Read())
        {
            if (reader is { State: ODataReaderState.ResourceEnd, Item: ODataResource { TypeName: $"{ODataAnswer.Namespace}.Device" } row })
                read.Add(row.Properties.Count());
        }

        // Objects and lists of objects are resources of their own to the reader.
        read.ShouldBe([properties, properties, properties]);
    }

    [Fact]
    public void ReadList_ColumnOfAnotherTypeThanItsProperty_IsTheDevelopersMistake()
    {
        var reader = new EntityQueryReader<Device>(Devices.Model, new EntityShape<Device>("Device").Integer("name", device => device.Weaknesses), 10);

        Should.Throw<InvalidOperationException>(() => reader.ReadList(QueryParameters.Parse(new QueryString("?$top=1")), default))
            .Message.ShouldStartWith("Column name of Device is");
    }

    private async Task<(HttpResponse Response, string Body)> ListAsync(string query, IEnumerable<Device> rows, int pageSize = 2)
    {
        var context = Request(query);
        await List(pageSize).AnswerAsync(context, Base, "/api/devices", [.. rows]);
        return (context.Response, BodyOf(context));
    }

    private static EntityList<Device> List(int pageSize) => new(Devices.Model, Devices.Shape.DocumentsFiltersOn("id"), "Devices", pageSize);

    private DefaultHttpContext Request(string query)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/api/devices", QueryString = new QueryString("?" + query) } };
        context.Response.Body = new MemoryStream();
        context.Features.Set(new Exchange(_world, Caller.Anonymous, route: null));
        return context;
    }

    private static string BodyOf(HttpContext context)
    {
        context.Response.BodyWriter.Complete();
        return Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
    }

    private static ODataMessage Message(string body)
    {
        var message = new ODataMessage(new MemoryStream(Encoding.UTF8.GetBytes(body)));
        message.SetHeader("Content-Type", ODataAnswer.ContentType);
        message.SetHeader("OData-Version", "4.0");
        return message;
    }
}

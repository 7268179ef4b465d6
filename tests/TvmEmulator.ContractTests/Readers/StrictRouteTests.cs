using System.Net.Http.Headers;
using Microsoft.OData;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Routes;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>A strict OData reader accepts what every route of the 2026 edition answers, with every query option that changes the form of an answer.</summary>
public sealed class StrictRouteTests(Editions editions) : IClassFixture<Editions>
{
    public static TheoryData<string> Paths => DocumentedRoutes.Paths(_ => true);

    public static TheoryData<string> PathsWithId => DocumentedRoutes.Paths(route => route.HasId);

    public static TheoryData<string, string> Queries
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var route in DocumentedRoutes.All)
            {
                foreach (var query in QueriesOf(route))
                    cases.Add(route.Path, query);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Rows_OfEveryRoute_AreRead(string path)
    {
        var reader = await StrictReader.OfAsync(editions["2026"].Client);

        var answers = await reader.ReadChainAsync(DocumentedRoutes.Of(path).Example);

        answers.SelectMany(answer => answer.Rows).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Rows_OfAQuery_AreRead(string path, string query)
    {
        var reader = await StrictReader.OfAsync(editions["2026"].Client);

        var answer = await reader.ReadAsync(DocumentedRoutes.Of(path).With(query));

        answer.Kind.ShouldBeOneOf(ODataPayloadKind.ResourceSet, ODataPayloadKind.Resource);
        answer.Rows.Any().ShouldBe(query != "$top=0");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Refusal_OfAWrongQuery_IsRead(string path) =>
        (await CodeAsync(editions["2026"].Client, DocumentedRoutes.Of(path).With("$search=x"))).ShouldBe("BadRequest");

    [Theory]
    [MemberData(nameof(PathsWithId))]
    public async Task Refusal_OfAnUnknownId_IsRead(string path) =>
        (await CodeAsync(editions["2026"].Client, DocumentedRoutes.Of(path).WithId("nobody"))).ShouldBe("ResourceNotFound");

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Refusal_OfNoToken_IsRead(string path)
    {
        using var client = editions["2026"].NewClientWithoutToken();

        (await CodeAsync(client, DocumentedRoutes.Of(path).Example)).ShouldBe("Unauthorized");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Refusal_OfAnotherRole_IsRead(string path)
    {
        using var client = editions["2026"].NewClientWithoutToken();
        var token = await editions["2026"].MintAsync("""{"roles":["Other.Read.All"]}""");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        (await CodeAsync(client, DocumentedRoutes.Of(path).Example)).ShouldBe("Forbidden");
    }

    private static string[] QueriesOf(DocumentedRoute route)
    {
        var key = route.Columns2021.Split(':')[0];
        string[] projections = ["$select=*", $"$select={key}", $"$select={key}&$expand=*", "$expand=*"];
        return route.Kind switch
        {
            AnswerKind.Page => ["pageSize=2", "$top=2", "$top=2&$skip=1"],
            AnswerKind.Export => ["sasValidHours=2"],
            AnswerKind.List => ["$count=true", "$top=0", "$top=1", $"$orderby={key} desc", .. projections],
            AnswerKind.Entity => projections,
            _ => [],
        };
    }

    private static async Task<string?> CodeAsync(HttpClient client, string path) =>
        (await (await StrictReader.OfAsync(client)).ReadAsync(path)).Error?.ErrorCode;
}

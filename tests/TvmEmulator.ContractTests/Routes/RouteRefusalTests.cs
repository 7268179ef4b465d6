using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>What every route refuses, whatever else is tested of it.</summary>
public sealed class RouteRefusalTests(Editions editions) : IClassFixture<Editions>
{
    public static TheoryData<string, string> Routes => DocumentedRoutes.InBothEditions(_ => true);

    public static TheoryData<string, string> RoutesWithId => DocumentedRoutes.InBothEditions(route => route.HasId);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_WithoutToken_IsUnauthorized(string edition, string path)
    {
        using var client = editions[edition].NewClientWithoutToken();

        (await RefusalAsync(client, DocumentedRoutes.Of(path).Example))
            .ShouldBe((401, "Unauthorized", "Unauthorized request - reason of failure: Authorization header is missing"));
    }

    [Theory]
    [MemberData(nameof(RoutesWithId))]
    public async Task Get_UnknownId_IsResourceNotFound(string edition, string path)
    {
        var (status, code, message) = await RefusalAsync(editions[edition].Client, DocumentedRoutes.Of(path).WithId("nobody"));

        (status, code).ShouldBe((404, "ResourceNotFound"));
        message.ShouldEndWith(" nobody was not found");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_OptionOfNoRoute_IsBadRequest(string edition, string path)
    {
        var (status, code, message) = await RefusalAsync(editions[edition].Client, DocumentedRoutes.Of(path).With("$search=x"));

        (status, code).ShouldBe((400, "BadRequest"));
        message.ShouldContain("$search");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_WrongValue_IsBadRequest(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);
        var parameter = route.Kind switch
        {
            AnswerKind.Page => "pageSize=0",
            AnswerKind.Export => "sasValidHours=25",
            AnswerKind.List => "$top=-1",
            AnswerKind.Entity => "$select=nothing",
            _ => "$top=1",
        };

        var (status, code, _) = await RefusalAsync(editions[edition].Client, route.With(parameter));

        (status, code).ShouldBeOneOf((400, "BadRequest"), (400, "ODataError"));
    }

    private static async Task<(int Status, string Code, string Message)> RefusalAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var error = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("error");
        return ((int)response.StatusCode, error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }
}

using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>What every route answers. The columns of 2026 are those of the metadata, which <see cref="Readers.StrictRouteTests"/> compare.</summary>
public sealed class RouteAnswerTests(Editions editions) : IClassFixture<Editions>
{
    public static TheoryData<string> Paths => DocumentedRoutes.Paths(_ => true);

    public static TheoryData<string, string> Routes => DocumentedRoutes.InBothEditions(_ => true);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_Example_HasItsContext(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);

        var body = JsonElement.Parse(await editions[edition].Client.GetByteArrayAsync(route.Example));

        body.GetProperty("@odata.context").GetString().ShouldBe($"{RunningServer.PublicUrl}/api/$metadata#{route.ContextOf(edition)}");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_ExampleOf2021_HasTheDocumentedColumns(string path)
    {
        var route = DocumentedRoutes.Of(path);
        var columns = route.Columns2021.Split(' ').Select(column => column.Split(':')).Select(column => (Name: column[0], Kind: column[1])).ToList();

        var rows = RowsOf(JsonElement.Parse(await editions["2021"].Client.GetByteArrayAsync(route.Example)));

        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            var values = row.EnumerateObject().Where(member => member.Name[0] != '@').ToList();
            values.ConvertAll(value => value.Name).ShouldBe(columns.ConvertAll(column => column.Name));
            foreach (var (value, column) in values.Zip(columns))
                IsOf(value.Value, column.Kind).ShouldBeTrue($"{column.Name} is {value.Value.GetRawText()}, which is no {column.Kind}");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_PathWithTheVersion_AnswersTheSame(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);
        var plain = await editions[edition].Client.GetStringAsync(route.Example);

        (await editions[edition].Client.GetStringAsync(route.Example.Replace("/api/", "/api/v1.0/", StringComparison.Ordinal))).ShouldBe(plain);
    }

    private static List<JsonElement> RowsOf(JsonElement body) => body.TryGetProperty("value", out var rows) ? [.. rows.EnumerateArray()] : [body];

    private static bool IsOf(JsonElement value, string kind) => value.ValueKind switch
    {
        JsonValueKind.Null => kind == "null" || kind.EndsWith('?'),
        JsonValueKind.True or JsonValueKind.False => kind.TrimEnd('?') == "Boolean",
        var other => other.ToString() == kind.TrimEnd('?'),
    };
}

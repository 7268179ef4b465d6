using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>The query options that pages list: columns for $filter, and the largest $top.</summary>
public sealed class RouteQueryTests(Editions editions) : IClassFixture<Editions>
{
    public static TheoryData<string, string> Filtered => DocumentedRoutes.InBothEditions(route => route.Filters.Count > 0);

    public static TheoryData<string, string> Lists => DocumentedRoutes.InBothEditions(route => route.Kind == AnswerKind.List);

    [Theory]
    [MemberData(nameof(Filtered))]
    public async Task Get_FilterOnAListedColumn_Answers(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);
        var filters = route.Filters.Select(column => column == "machineTags" ? "machineTags/any()" : $"{column} ne null").ToList();
        var statuses = new List<(string Filter, int Status)>();

        foreach (var filter in filters)
            statuses.Add((filter, await StatusAsync(edition, $"{path}?$filter={filter}&$top=1")));

        statuses.ShouldBe(filters.Select(filter => (filter, 200)));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Get_MoreRowsThanListed_IsBadRequest(string edition, string path)
    {
        var route = DocumentedRoutes.Of(path);

        (await StatusAsync(edition, route.With($"$top={route.MostRows}&$skip=1"))).ShouldBe(200);
        (await StatusAsync(edition, route.With($"$top={route.MostRows + 1}"))).ShouldBe(400);
    }

    private async Task<int> StatusAsync(string edition, string path)
    {
        using var response = await editions[edition].Client.GetAsync(path);
        return (int)response.StatusCode;
    }
}

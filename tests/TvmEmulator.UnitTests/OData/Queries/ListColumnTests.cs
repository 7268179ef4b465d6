using Microsoft.AspNetCore.Http;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>Columns with lists of numbers and texts.</summary>
public sealed class ListColumnTests
{
    private static readonly IReadOnlyList<long?>[] Rows = [[], [1, 2], [5]];

    private static readonly EntityShape<IReadOnlyList<long?>> Profile =
        new EntityShape<IReadOnlyList<long?>>("BaselineProfile").Integers("rbacGroupIdsProfileScope", row => row);

    [Theory]
    [InlineData("rbacGroupIdsProfileScope/any(id: id gt 1)", "1 2")]
    [InlineData("rbacGroupIdsProfileScope/all(id: id lt 5)", "0 1")]
    [InlineData("rbacGroupIdsProfileScope/any(id: id eq 5)", "2")]
    [InlineData("rbacGroupIdsProfileScope/any()", "1 2")]
    [InlineData("rbacGroupIdsProfileScope/$count eq 2", "1")]
    public void Run_FilterOfNumbers_ComparesNumbers(string filter, string places)
    {
        var query = Read(Profile, filter).Query.ShouldNotBeNull();

        string.Join(' ', query.Run(Rows, 10, CancellationToken.None).Rows.Select(row => Array.IndexOf(Rows, row))).ShouldBe(places);
    }

    [Fact]
    public void Read_FilterOfNumbersByText_IsRefused() => Read(Profile, "rbacGroupIdsProfileScope/any(id: id eq '5')").Refusal.ShouldNotBeNull().Status.ShouldBe(400);

    [Fact]
    public void Read_ListOfAnotherType_IsAMistakeInTheShape()
    {
        var texts = new EntityShape<string>("BaselineProfile").Texts("rbacGroupIdsProfileScope", _ => []);
        var numbers = new EntityShape<string>("BaselineProfile").Integers("rbacGroupNamesProfileScope", _ => []);
        var one = new EntityShape<string>("BaselineProfile").Text("rbacGroupNamesProfileScope", _ => null);

        Should.Throw<InvalidOperationException>(() => Read(texts, "id eq 'a'"));
        Should.Throw<InvalidOperationException>(() => Read(numbers, "id eq 'a'"));
        Should.Throw<InvalidOperationException>(() => Read(one, "id eq 'a'"));
    }

    private static (EntityQuery<TRow>? Query, Refusal? Refusal) Read<TRow>(EntityShape<TRow> shape, string filter) =>
        new EntityQueryReader<TRow>(ServiceModel.Lazily, shape, 10)
            .ReadList(QueryParameters.Parse(new QueryString("?$filter=" + filter)), Samples.Utc("2024-01-02"));
}

using FsCheck.Fluent;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class RowStreamTests
{
    private static readonly Device[] Ten = [.. Enumerable.Range(0, 10).Select(number => new Device($"{number}") { Weaknesses = number % 3 })];

    [Fact]
    public void Run_AnyQueryOverAStream_FindsWhatItFindsInAList()
    {
        var queries =
            from filter in Gen.Elements("", "$filter=weaknesses eq 1&", "$filter=weaknesses lt 2&", "$filter=weaknesses eq 7&")
            from order in Gen.Elements("", "$orderby=id desc&")
            from count in Gen.Elements("", "$count=true&")
            from top in Gen.Elements("", "$top=0&", "$top=1&", "$top=3&", "$top=40&")
            from skip in Gen.Choose(0, 12)
            from pageSize in Gen.Choose(1, 12)
            select (Text: $"{filter}{order}{count}{top}$skip={skip}", PageSize: pageSize);

        Prop.ForAll(queries.ToArbitrary(), asked =>
        {
            var query = Devices.Read(asked.Text).Query.ShouldNotBeNull();

            var page = query.Run(StreamOf(Ten), asked.PageSize, CancellationToken.None);

            var expected = query.Run(Ten, asked.PageSize, CancellationToken.None);
            page.Rows.ShouldBe(expected.Rows, asked.Text);
            (page.Count, page.NextSkip).ShouldBe((expected.Count, expected.NextSkip), asked.Text);
        }).Hold(cases: 500);
    }

    [Theory]
    [InlineData("$skip=5000&$top=2", 2)]
    [InlineData("$skip=5000", 5)]
    [InlineData("$filter=weaknesses eq 1", 5)]
    [InlineData("$filter=weaknesses eq 1&$skip=3", 8)]
    public void Run_PagesOfFour_MakesNoMoreRowsThanItNeeds(string text, int rows)
    {
        var made = 0;
        var query = Devices.Read(text).Query.ShouldNotBeNull();

        query.Run(new RowStream<Device>(1_000_000, from => Enumerable.Repeat(0, 1_000_000 - from).Select(_ => Made())), 4, CancellationToken.None);

        made.ShouldBe(rows);

        Device Made()
        {
            made++;
            return Ten[1];
        }
    }

    [Fact]
    public void Run_CallerHasLeft_Stops()
    {
        var query = Devices.Read("$filter=weaknesses eq 1").Query.ShouldNotBeNull();

        Should.Throw<OperationCanceledException>(() => query.Run(StreamOf(Ten), 4, new CancellationToken(canceled: true)));
    }

    private static RowStream<Device> StreamOf(Device[] rows) => new(rows.Length, from => rows.Skip(from));
}

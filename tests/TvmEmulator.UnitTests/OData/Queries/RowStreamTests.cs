using FsCheck.Fluent;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class RowStreamTests
{
    private static readonly Device[] Ten = [.. Enumerable.Range(0, 10).Select(number => new Device($"{number}") { Weaknesses = number % 3 })];

    /// <summary>What earlier queries have left behind about the pages of a filter must not change what later ones find.</summary>
    [Fact]
    public void Run_AnyQueriesOverAStream_FindWhatTheyFindInAList()
    {
        var queries =
            from filter in Gen.Elements("", "$filter=weaknesses eq 1&", "$filter=weaknesses lt 2&", "$filter=weaknesses eq 7&", "$filter=id eq '3'&")
            from order in Gen.Elements("", "", "$orderby=id desc&")
            from count in Gen.Elements("", "$count=true&")
            from top in Gen.Elements("", "$top=0&", "$top=1&", "$top=3&", "$top=40&")
            from skip in Gen.Choose(0, 12)
            from pageSize in Gen.Choose(1, 12)
            select (Text: $"{filter}{order}{count}{top}$skip={skip}", PageSize: pageSize);

        Prop.ForAll(queries.ListOf(12).ToArbitrary(), asked =>
        {
            var stream = new DeviceStream(Ten);
            foreach (var (text, pageSize) in asked)
            {
                var query = Devices.Read(text).Query.ShouldNotBeNull();

                var page = query.Run(stream, pageSize, CancellationToken.None);

                var expected = query.Run(Ten, pageSize, CancellationToken.None);
                page.Rows.ShouldBe(expected.Rows, text);
                (page.Count, page.NextSkip).ShouldBe((expected.Count, expected.NextSkip), text);
            }
        }).Hold(cases: 300);
    }

    [Theory]
    [InlineData("$skip=5000&$top=2", 2)]
    [InlineData("$skip=5000", 5)]
    [InlineData("$filter=weaknesses eq 1", 5)]
    [InlineData("$filter=weaknesses eq 1&$skip=3", 8)]
    [InlineData("$filter=weaknesses eq 1 and id eq '1'", 0)]
    public void Run_PagesOfFour_MakesNoMoreRowsThanItNeeds(string text, int rows)
    {
        var stream = new DeviceStream([.. Enumerable.Repeat(Ten[1] with { Id = "same" }, 10_000)]);

        Devices.Read(text).Query.ShouldNotBeNull().Run(stream, 4, CancellationToken.None);

        stream.Made.ShouldBe(rows);
    }

    [Theory]
    [InlineData("$filter=weaknesses eq 1", 1_000, 10_200)]
    [InlineData("$filter=weaknesses eq 1&$count=true", 1_000, 20_100)]
    [InlineData("$filter=weaknesses eq 1 and lastSeen ge now()", 50, 70_000)]
    public void Run_ChainOfPages_ReadsTheStreamOnce(string text, int rowsOfPage, int most)
    {
        var stream = new DeviceStream([.. Enumerable.Range(0, 10_000).Select(number => Ten[number % 3] with { LastSeen = Samples.Utc("2024-01-03T00:00:00") })]);
        var found = 0;
        for (int? skip = 0; skip is not null && stream.Made < most;)
        {
            var page = Devices.Read($"{text}&$skip={skip}").Query.ShouldNotBeNull().Run(stream, rowsOfPage, CancellationToken.None);
            (skip, found) = (page.NextSkip, found + page.Rows.Count);
        }

        if (most < 50_000)
            (found, stream.Made <= most).ShouldBe((3_333, true), $"{stream.Made} rows");
        else
            stream.Made.ShouldBeGreaterThan(most, "what depends on the time is read again");
    }

    [Fact]
    public void Run_CallerHasLeft_Stops()
    {
        var query = Devices.Read("$filter=weaknesses eq 1").Query.ShouldNotBeNull();

        Should.Throw<OperationCanceledException>(() => query.Run(new DeviceStream(Ten), 4, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Keep_ManyPages_ForgetsTheOldest()
    {
        var cursors = new PageCursors();
        for (var skip = 0; skip < 10_000; skip++)
            cursors.Keep("id ne 'a'", skip, new PageCursor(skip, Count: null));

        Enumerable.Range(0, 10_000).Count(skip => cursors.Find("id ne 'a'", skip) is not null).ShouldBe(256);
        cursors.Find("id ne 'a'", 9_999).ShouldBe(new PageCursor(9_999, Count: null));
        cursors.Find("id ne 'b'", 9_999).ShouldBeNull();
    }
}

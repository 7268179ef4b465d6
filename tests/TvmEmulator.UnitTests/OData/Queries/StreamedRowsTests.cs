using System.Collections;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>Rows that are made while they are read: nobody reads further than the answer needs.</summary>
public sealed class StreamedRowsTests
{
    private int _read;

    [Theory]
    [InlineData("", "0 1 2 3", 4, 5)]
    [InlineData("$skip=2", "2 3 4 5", 6, 7)]
    [InlineData("$filter=weaknesses eq 1", "1 4 7 10", 4, 14)]
    [InlineData("$filter=weaknesses eq 1&$skip=1", "4 7 10 13", 5, 17)]
    [InlineData("$top=3", "0 1 2", null, 3)]
    [InlineData("$top=6&$skip=3", "3 4 5 6 7 8", null, 9)]
    [InlineData("$filter=weaknesses eq 2&$top=2", "2 5", null, 6)]
    [InlineData("$skip=97", "97 98 99", null, 100)]
    [InlineData("$skip=96", "96 97 98 99", null, 100)]
    [InlineData("$count=true", "0 1 2 3", 4, 100)]
    [InlineData("$orderby=weaknesses desc,id desc", "98 95 92 89", 4, 100)]
    public void Run_PageOfFour_ReadsNoFurtherThanItMust(string query, string ids, int? nextSkip, int read)
    {
        var page = Run(query);

        string.Join(' ', page.Rows.Select(row => row.Id)).ShouldBe(ids);
        page.NextSkip.ShouldBe(nextSkip);
        _read.ShouldBe(read);
    }

    [Theory]
    [InlineData("$count=true", 100L)]
    [InlineData("$count=true&$filter=weaknesses eq 1&$top=1", 33L)]
    [InlineData("$count=true&$orderby=id&$skip=98", 100L)]
    [InlineData("$orderby=id", null)]
    public void Run_Count_IsOfTheWholeStream(string query, long? count) => Run(query).Count.ShouldBe(count);

    [Theory]
    [InlineData("$skip=90", "90 91 92 93", 94, 5)]
    [InlineData("$skip=97&$count=true", "97 98 99", null, 3)]
    [InlineData("$top=2&$skip=3", "3 4", null, 2)]
    public void Run_List_IsReadWhereThePageIs(string query, string ids, int? nextSkip, int read)
    {
        var page = Devices.Read(query).Query.ShouldNotBeNull().Run(new CountedList(this), 4, CancellationToken.None);

        string.Join(' ', page.Rows.Select(row => row.Id)).ShouldBe(ids);
        page.NextSkip.ShouldBe(nextSkip);
        _read.ShouldBe(read);
    }

    [Fact]
    public void Run_CallerIsGone_StopsReading()
    {
        var query = Devices.Read("$count=true").Query.ShouldNotBeNull();

        Should.Throw<OperationCanceledException>(() => query.Run(Hundred(), 4, new CancellationToken(canceled: true)));
        _read.ShouldBe(1);
    }

    private EntityPage<Device> Run(string query) => Devices.Read(query).Query.ShouldNotBeNull().Run(Hundred(), 4, CancellationToken.None);

    private IEnumerable<Device> Hundred()
    {
        for (var number = 0; number < 100; number++)
            yield return Read(number);
    }

    private Device Read(int number)
    {
        _read++;
        return new Device($"{number}") { Weaknesses = number % 3 };
    }

    private sealed class CountedList(StreamedRowsTests test) : IReadOnlyList<Device>
    {
        public int Count => 100;

        public Device this[int index] => test.Read(index);

        public IEnumerator<Device> GetEnumerator() => test.Hundred().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

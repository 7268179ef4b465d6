using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class PagingTests
{
    private static readonly Device[] Ten = [.. Enumerable.Range(0, 10).Select(number => new Device($"{number}") { Weaknesses = number % 3 })];

    [Theory]
    [InlineData("", "0 1 2 3", 4)]
    [InlineData("$skip=4", "4 5 6 7", 8)]
    [InlineData("$skip=8", "8 9", null)]
    [InlineData("$skip=6", "6 7 8 9", null)]
    [InlineData("$skip=10", "", null)]
    [InlineData("$skip=2147483547", "", null)]
    [InlineData("$top=6", "0 1 2 3 4 5", null)]
    [InlineData("$top=2&$skip=3", "3 4", null)]
    [InlineData("$top=0", "", null)]
    [InlineData("$filter=weaknesses eq 1", "1 4 7", null)]
    [InlineData("$filter=weaknesses lt 2&$skip=2", "3 4 6 7", 6)]
    [InlineData("$orderby=weaknesses desc,id desc", "8 5 2 7", 4)]
    public void Run_PagesOfFour_AreTheRowsAndTheNextPlace(string query, string ids, int? nextSkip)
    {
        var page = Run(query);

        string.Join(' ', page.Rows.Select(row => row.Id)).ShouldBe(ids);
        page.NextSkip.ShouldBe(nextSkip);
    }

    [Theory]
    [InlineData("$count=true", 10L)]
    [InlineData("$count=true&$top=1&$filter=weaknesses eq 1", 3L)]
    [InlineData("$count=true&$skip=9", 10L)]
    [InlineData("$count=false", null)]
    public void Run_Count_IsOfAllRowsThatMatch(string query, long? count) => Run(query).Count.ShouldBe(count);

    [Theory]
    [InlineData("name", "c a b d")]
    [InlineData("name desc", "d b a c")]
    [InlineData("osBuild,id desc", "d c a b")]
    [InlineData("score desc", "d a b c")]
    [InlineData("lastSeen", "c d b a")]
    [InlineData("isJoined,ID", "c d b a")]
    [InlineData("risk desc", "a b c d")]
    [InlineData("risk,name", "c d b a")]
    [InlineData("directoryId desc", "a b c d")]
    [InlineData("weaknesses mul -1", "b a c d")]
    [InlineData("length(name) desc,id", "a d b c")]
    [InlineData("cloud/vmId desc", "a b c d")]
    [InlineData("tags/$count desc", "a d b c")]
    public void Run_OrderBy_PutsNullFirstAndKeepsEqualRowsInOrder(string orderBy, string ids) => Devices.Find($"$orderby={orderBy}").ShouldBe(ids);

    [Theory]
    [InlineData("1 div weaknesses eq 1")]
    [InlineData("weaknesses add 9223372036854775807 eq 0")]
    [InlineData("lastSeen add duration'P9999999D' gt lastSeen")]
    public void Run_ArithmeticThatFails_Throws(string filter)
    {
        var query = Devices.Read("$filter=" + filter).Query.ShouldNotBeNull();

        var thrown = Should.Throw<Exception>(() => query.Run(Devices.Four, 10, CancellationToken.None));

        (thrown is ArithmeticException or ArgumentOutOfRangeException).ShouldBeTrue(thrown.GetType().Name);
    }

    [Fact]
    public void Run_CallerIsGone_Stops()
    {
        var query = Devices.Read("$filter=weaknesses eq 1").Query.ShouldNotBeNull();

        Should.Throw<OperationCanceledException>(() => query.Run(Devices.Four, 10, new CancellationToken(canceled: true)));
    }

    private static EntityPage<Device> Run(string query) => Devices.Read(query).Query.ShouldNotBeNull().Run(Ten, 4, CancellationToken.None);
}

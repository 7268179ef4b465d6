using FsCheck.Fluent;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class WrongQueryTests
{
    [Theory]
    [InlineData("$filter=id eqq 'a'", "Syntax error at position 6 in 'id eqq 'a''.")]
    [InlineData("$filter=color eq 'a'", "Could not find a property named 'color' on type 'microsoft.windowsDefenderATP.api.Device'.")]
    [InlineData("$filter=notInThisEdition eq 'a'", "Could not find a property named 'notInThisEdition' on type 'microsoft.windowsDefenderATP.api.Device'.")]
    [InlineData("$filter=id", "The $filter expression must evaluate to a single boolean value.")]
    [InlineData("$filter=risk eq 'Huge'", "The string 'Huge' is not a valid enumeration type constant.")]
    [InlineData("$filter=risk in ('Huge')", "The string 'Huge' is not a valid enumeration type constant.")]
    [InlineData("$filter=directoryId eq 'x'", "The string 'x' is not a valid Edm.Guid.")]
    [InlineData("$filter=isJoined gt false", "Comparing by order is not supported here for values of type Boolean.")]
    [InlineData("$filter=cast(id,Edm.String) eq 'x'", "The function 'cast' is not supported here.")]
    [InlineData("$filter=id eq @p", "The parameter alias @p is not supported here: the value itself has to stand in its place.")]
    [InlineData("$filter=neighbours/any(n: n/id eq 'a')", "The navigation 'neighbours' is supported here only in $expand, not in $filter and $orderby.")]
    [InlineData("$filter=host/id eq 'a'", "The navigation 'host' is supported here only in $expand, not in $filter and $orderby.")]
    [InlineData("$orderby=peers/$count", "The navigation 'peers' is supported here only in $expand, not in $filter and $orderby.")]
    [InlineData("$filter='x' in tags", "The operator 'in' is supported here only with values in parentheses; a list of the row is searched as in tags/any(t: t eq 'x').")]
    [InlineData("$filter=tags/any(a: tags/any(b: tags/any(c: c eq b)))", "The operators 'any' and 'all' are supported only 2 deep.")]
    [InlineData("$filter=name has 'x'", "The operator 'has' is supported only for values of an enumeration.")]
    [InlineData("$filter=null has 'x'", "The operator 'has' is supported only for values of an enumeration.")]
    [InlineData("$orderby=color", "Could not find a property named 'color' on type 'microsoft.windowsDefenderATP.api.Device'.")]
    [InlineData("$orderby=tags", "The $orderby expression must evaluate to a single value of primitive type.")]
    [InlineData("$select=color", "Could not find a property named 'color' on type 'microsoft.windowsDefenderATP.api.Device'.")]
    [InlineData("$select=notInThisEdition", "Could not find a property named 'notInThisEdition' on type 'microsoft.windowsDefenderATP.api.Device'.")]
    [InlineData("$select=cloud/vmId", "$select and $expand are supported here only with names of properties and navigations.")]
    [InlineData("$select=id,peers", "The navigation 'peers' has to be in $expand as well.")]
    [InlineData("$expand=neighbours", "The navigation 'neighbours' of type 'microsoft.windowsDefenderATP.api.Device' is not emulated.")]
    [InlineData("$expand=peers($expand=*)", "The navigation 'neighbours' of type 'microsoft.windowsDefenderATP.api.Device' is not emulated.")]
    [InlineData("$expand=peers($expand=host($expand=peers))", "The result of parsing $expand was at least 3 items deep, but the maximum allowed is 2.")]
    [InlineData("$expand=peers/$ref", "$select and $expand are supported here only with names of properties and navigations.")]
    [InlineData("$expand=microsoft.windowsDefenderATP.api.Device/peers", "$select and $expand are supported here only with names of properties and navigations.")]
    [InlineData("$expand=color", "Could not find a property named 'color' on type 'microsoft.windowsDefenderATP.api.Device'.")]
    [InlineData("$expand=peers($levels=2)", "The option $levels is not supported in $expand of 'peers'.")]
    [InlineData("$expand=peers($search=x)", "The option $search is not supported in $expand of 'peers'.")]
    [InlineData("$expand=peers($compute=weaknesses add 1 as x)", "The option $compute is not supported in $expand of 'peers'.")]
    [InlineData("$expand=peers($apply=aggregate(weaknesses with sum as x))", "The option $apply is not supported in $expand of 'peers'.")]
    [InlineData("$expand=host($filter=id eq 'a')", "The option $filter is not supported in $expand of 'host'.")]
    [InlineData("$expand=host($orderby=id)", "The option $orderby is not supported in $expand of 'host'.")]
    [InlineData("$expand=host($top=1)", "The option $top is not supported in $expand of 'host'.")]
    [InlineData("$expand=host($skip=1)", "The option $skip is not supported in $expand of 'host'.")]
    [InlineData("$expand=host($count=true)", "The option $count is not supported in $expand of 'host'.")]
    [InlineData("$expand=peers($top=1;$top=2)", "The option $top is given more than once in $expand.")]
    [InlineData("$expand=host($select=id),peers($filter=(id eq 'a');$top=1 ; $TOP = 2)", "The option $TOP is given more than once in $expand.")]
    [InlineData("$expand=peers($expand=peers($select=id;$count=true;$select=name))", "The option $select is given more than once in $expand.")]
    [InlineData("$expand=peers,host,PEERS", "The navigation 'PEERS' is given more than once in $expand.")]
    [InlineData("$expand=peers($select=id),host($expand=peers),peers($top=1)", "The navigation 'peers' is given more than once in $expand.")]
    [InlineData("$expand=host($select=id;$expand=peers,host , peers)", "The navigation 'peers' is given more than once in $expand.")]
    [InlineData("$expand=peers($top=101)", "Invalid value '101' for $top query option found. The largest value of $top is 100 here.")]
    [InlineData("$expand=peers($select=notInThisEdition)", "Could not find a property named 'notInThisEdition' on type 'microsoft.windowsDefenderATP.api.Device'.")]
    [InlineData("$expand=peers($filter=1 div weaknesses eq 1)", "Arithmetic is not supported inside of $expand.")]
    [InlineData("$expand=peers($orderby=-weaknesses)", "Arithmetic is not supported inside of $expand.")]
    [InlineData("$expand=peers($expand=peers($filter=weaknesses add 1 eq 1))", "Arithmetic is not supported inside of $expand.")]
    [InlineData("$top=101", "Invalid value '101' for $top query option found. The largest value of $top is 100 here.")]
    [InlineData("$top=1e3", "Invalid value '1e3' for $top query option found. The $top query option requires a non-negative integer value.")]
    [InlineData("$skip=-1", "Invalid value '-1' for $skip query option found. The $skip query option requires a non-negative integer value.")]
    [InlineData("$skip=3000000000", "Invalid value '3000000000' for $skip query option found. The largest value of $skip is 2147483547 here.")]
    [InlineData("$orderby=id&$skip=999901", "Invalid value '999901' for $skip query option found. The largest value of $skip is 999900 here beside $orderby: fewer rows can be had by $filter, more without an order.")]
    [InlineData("$count=maybe", "'maybe' is not a valid count option.")]
    public void Read_WrongQuery_IsRefusedWithTheReason(string query, string message)
    {
        var refusal = Devices.Read(query).Refusal.ShouldNotBeNull();

        (refusal.Status, refusal.Code, refusal.Message).ShouldBe((400, "ODataError", message));
    }

    [Theory]
    [InlineData("$search=x")]
    [InlineData("$apply=aggregate(id)")]
    [InlineData("$compute=id as x")]
    [InlineData("$skiptoken=x")]
    [InlineData("$format=xml")]
    public void Read_OptionThatNoSetHas_IsRefusedByName(string query)
    {
        var refusal = Devices.Read(query).Refusal.ShouldNotBeNull();

        refusal.Status.ShouldBe(400);
        refusal.Message.ShouldStartWith($"The query option {query[..query.IndexOf('=', StringComparison.Ordinal)]} is not supported here, only $filter");
    }

    [Theory]
    [InlineData("$format=json")]
    [InlineData("$format=application/json&$top=2")]
    public void Read_FormatOfAllAnswers_ChangesNothing(string query) =>
        Devices.Read(query).Query.ShouldNotBeNull().Run(Devices.Four, 10, CancellationToken.None).Rows[0].Id.ShouldBe("a");

    [Theory]
    [InlineData("(", ")", "n")]
    [InlineData("not ", "", "n")]
    [InlineData("", "", " or weaknesses eq 1")]
    public void Read_DeepestFilterThatIsShortEnough_IsAnsweredOrRefused(string before, string after, string chain)
    {
        var times = (EntityQueryReader<Device>.MostCharacters - 100) / Math.Max(before.Length + after.Length, chain.Length);
        var filter = chain == "n"
            ? string.Concat(Enumerable.Repeat(before, times)) + "isJoined" + string.Concat(Enumerable.Repeat(after, times))
            : "isJoined" + string.Concat(Enumerable.Repeat(chain, times));

        var (query, refusal) = Devices.Read("$filter=" + filter);

        if (query is null)
            refusal.ShouldNotBeNull().Message.ShouldBe("Recursion depth exceeded allowed limit.");
        else
            query.Run(Devices.Four, 10, CancellationToken.None).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void Read_LongQuery_IsRefused() =>
        Devices.Read("$filter=name eq '" + new string('x', EntityQueryReader<Device>.MostCharacters) + "'").Refusal.ShouldNotBeNull().Message
            .ShouldBe("The query is longer than 8192 characters.");

    [Fact]
    public void Read_AnySequenceOfPieces_IsAQueryOrARefusal()
    {
        string[] pieces =
        [
            "id", "risk", "tags", "cloud", "addresses", "neighbours", "peers", "host", "($filter=", "($select=", ";$expand=",
            "/any(t: ", "/all(", "/$count", "t", "t/ip", "$it", "$root", "@p", "*", "(", ")", ",",
            "'x'", "''", "null", "true", "1", "2.5", "-", "9e99", "INF", "2024-01-01", "2024-01-01T00:00:00Z", "duration'P1D'",
            "0b7e1e6c-0000-4000-8000-00000000000a", " eq ", " gt ", " and ", " or ", " in ", " has ", " add ", " div ", "not ", " desc", " asc",
            "contains(", "now()", "concat(", "substring(", "geo.length(", "cast(", "isof(", "%", "\"", "{", "[", "\0", "é",
        ];
        var queries =
            from option in Gen.Elements("$filter", "$filter", "$orderby", "$select", "$expand", "$top", "$count")
            from text in Gen.Elements(pieces).ListOf()
            select $"{option}={string.Concat(text)}";
        Prop.ForAll(queries.ToArbitrary(), query =>
        {
            var (read, refusal) = Devices.Read(query);
            return read is null ? refusal is { Status: 400 } && !refusal.Message.Contains("internal error", StringComparison.OrdinalIgnoreCase) : refusal is null && Ends(read);
        }).Hold(cases: 2_000);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("not null")]
    [InlineData("null and true")]
    [InlineData("isJoined or null")]
    [InlineData("null gt null")]
    [InlineData("null add 1 eq 2")]
    [InlineData("-null eq 2")]
    [InlineData("id in (null)")]
    [InlineData("null in ('a')")]
    [InlineData("$it eq null")]
    [InlineData("$it gt $it")]
    [InlineData("cloud eq cloud")]
    [InlineData("cloud gt cloud")]
    [InlineData("addresses/any(x: x eq null)")]
    [InlineData("tags/any(t: t)")]
    [InlineData("tags/any(id: id eq id)")]
    [InlineData("tags/any(t: t eq 'a') and tags/any(t: t eq 'b')")]
    [InlineData("directoryId gt directoryId")]
    [InlineData("risk add risk eq 1")]
    [InlineData("lastSeen mul 2 gt lastSeen")]
    [InlineData("date(lastSeen) add duration'P1D' gt 2024-01-01")]
    [InlineData("concat(risk,'x') eq 'x'")]
    [InlineData("(1 eq 1) eq (2 eq 2)")]
    [InlineData("name in (id,'x')")]
    [InlineData("risk in (null)")]
    [InlineData("microsoft.windowsDefenderATP.api.Device/id eq 'a'")]
    [InlineData("cloud/microsoft.windowsDefenderATP.api.Cloud/vmId eq 'a'")]
    [InlineData("addresses/microsoft.windowsDefenderATP.api.Address/any(x: x/port eq 1)")]
    [InlineData("addresses/$count($filter=port eq 1) eq 1")]
    public void Read_OddFilter_IsAQueryOrARefusal(string filter)
    {
        var (read, refusal) = Devices.Read("$filter=" + Uri.EscapeDataString(filter));

        (read is null ? refusal is { Status: 400 } : Ends(read)).ShouldBeTrue();
    }

    private static bool Ends(EntityQuery<Device> query)
    {
        try
        {
            return query.Run(Devices.Four, 10, CancellationToken.None).Rows.Count <= 100;
        }
        catch (Exception wrong) when (wrong is ArithmeticException or ArgumentOutOfRangeException)
        {
            return true;
        }
    }
}

using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class QueryAdviceTests
{
    private const string Operators = "operators are eq, ne, gt, ge, lt, le, in, and, or, not; texts stand in single quotes, numbers and times without";
    private const string ListForm = "$filter: a list of values is searched as in tags/any(t: t eq 'x'), values to choose from stand as in name in ('a','b')";
    private const string Metadata = "; GET /api/$metadata lists its properties";

    [Theory]
    [InlineData("$filter=risk eq 'Hihg'", "$filter, position 8: 'Hihg' is compared with risk and has to be one of 'None', 'Low', 'High'")]
    [InlineData("$filter='Hihg' eq risk", "$filter, position 0: 'Hihg' is compared with risk and has to be one of 'None', 'Low', 'High'")]
    [InlineData("$filter=risk in ('Low','Hihg')", "$filter, position 15: 'Hihg' has to be one of 'None', 'Low', 'High'")]
    [InlineData("$filter=lastSeen gt '2026-01-01'", "$filter, position 12: '2026-01-01' is compared with lastSeen and has to be a time without quotes, like 2026-01-31T00:00:00Z")]
    [InlineData("$filter=osBuild eq '2'", "$filter, position 11: '2' is compared with osBuild and has to be a whole number without quotes")]
    [InlineData("$filter=score eq '9.8'", "$filter, position 9: '9.8' is compared with score and has to be a number without quotes, like 9.8")]
    [InlineData("$filter=isJoined eq 'true'", "$filter, position 12: 'true' is compared with isJoined and has to be true or false, without quotes")]
    [InlineData("$filter=id eq 5", "$filter, position 6: 5 is compared with id and has to be a text in single quotes")]
    [InlineData("$filter=tags/any(t: t eq 5)", "$filter, position 17: 5 is compared with t and has to be a text in single quotes")]
    [InlineData("$filter=year(lastSeen) eq '2026'", "$filter, position 18: '2026' is compared with year(...) and has to be a whole number without quotes")]
    [InlineData("$filter=directoryId eq 'x'", "$filter, position 15: 'x' is compared with directoryId and has to be a GUID, like 0b7e1e6c-0000-4000-8000-00000000000a")]
    [InlineData("$expand=peers($filter=risk eq 'Huge')", "$expand, position 22: 'Huge' is compared with risk and has to be one of 'None', 'Low', 'High'")]
    [InlineData("$filter=lastSeen sub 5 gt now()", "$filter: both sides have to be numbers, or a time and a duration, like duration'P1D'")]
    [InlineData("$filter=name eq 'a' or 'b'", "$filter: both sides of 'or' have to be true or false, as in a eq 'x' or a eq 'y', which is a in ('x','y')")]
    [InlineData("$filter=lastSeen gt 2026-01-01T00:00:00", "$filter: a time needs its zone, like 2026-01-31T00:00:00Z")]
    [InlineData("$filter=lastSeen gt id", "$filter: both sides of an operator have to be of one type")]
    public void Of_ValueThatDoesNotFit_SaysWhatDoes(string query, string hint) => HintOf(query).ShouldBe(hint);

    [Theory]
    [InlineData("$filter=nmae eq 'x'", "$filter, position 0: Device has no 'nmae' here, nearest is name" + Metadata)]
    [InlineData("$orderby=id,color desc", "$orderby, position 3: Device has no 'color' here" + Metadata)]
    [InlineData("$select=id,lastsene", "$select, position 3: Device has no 'lastsene' here, nearest is lastSeen" + Metadata)]
    [InlineData("$filter=addresses/any(a: a/prt eq 1)", "$filter, position 19: Address has no 'prt' here, nearest is port" + Metadata)]
    [InlineData("$filter=risk eq Critical", "$filter, position 8: Device has no 'Critical' here; a text stands in single quotes, true, false and null are written in small letters" + Metadata)]
    [InlineData("$filter=startswith(id,CVE)", "$filter, position 14: Device has no 'CVE' here; a text stands in single quotes, true, false and null are written in small letters" + Metadata)]
    [InlineData("$filter=x eq 'a'", "$filter, position 0: Device has no 'x' here" + Metadata)]
    [InlineData("$expand=piers", "$expand, position 0: Device has no 'piers' here, nearest is peers; navigations are peers, host" + Metadata)]
    [InlineData("$expand=peers,neighbours", "$expand, position 6: Device has no 'neighbours' here; navigations are peers, host" + Metadata)]
    public void Of_UnknownProperty_NamesTheNearest(string query, string hint) => HintOf(query).ShouldBe(hint);

    [Theory]
    [InlineData("$filter=nmae eq 'x' or nmae eq 'y'", "$filter: Device has no 'nmae' here, nearest is name" + Metadata)]
    [InlineData("$filter=name eq 'nmae' or nmae eq 'y'", "$filter: Device has no 'nmae' here, nearest is name" + Metadata)]
    [InlineData("$filter=id eq '5' or score eq '5'", "$filter: '5' is compared with score and has to be a number without quotes, like 9.8")]
    [InlineData("$filter=NOTINTHISEDITION eq 'notInThisEdition'", "$filter: Device has no 'notInThisEdition' here" + Metadata)]
    [InlineData("$filter=risk in (\"Huge\")", "$filter: 'Huge' has to be one of 'None', 'Low', 'High'")]
    public void Of_TextThatIsNotThereOnce_NamesNoPosition(string query, string hint) => HintOf(query).ShouldBe(hint);

    [Theory]
    [InlineData("$select=id&$top=1&$filter=risk eq 'Hihg'&$orderby=id", "$filter, position 8: 'Hihg' is")]
    [InlineData("$filter=name eq 'color'&$orderby=color", "$orderby, position 0: Device has no 'color' here")]
    [InlineData("$filter=color eq 'x'&$orderby=color", "$filter, position 0: Device has no 'color' here")]
    public void Of_SeveralOptions_NamesTheWrongOne(string query, string beginning) => HintOf(query).ShouldNotBeNull().ShouldStartWith(beginning);

    [Theory]
    [InlineData("$filter=id eqq 'a'", "$filter: Syntax error at position 6; " + Operators)]
    [InlineData("$filter=id eq \"a\"", "$filter: Syntax error: character '\"' is not valid at position 6; " + Operators)]
    [InlineData("$orderby=id down", "$orderby: Syntax error at position 7; it takes properties with commas between them, each with asc, desc or neither")]
    [InlineData("$expand=peers($filter=id eqq 'a')", "$expand: it takes navigations with commas between them, each with options or none, like name($select=id;$top=5)")]
    [InlineData("$count=maybe", "$count: it is true or false")]
    [InlineData("$expand=peers(", "$expand: it takes navigations with commas between them, each with options or none, like name($select=id;$top=5)")]
    public void Of_WrongSyntax_SaysWhatTheOptionTakes(string query, string hint) => HintOf(query).ShouldBe(hint);

    [Theory]
    [InlineData("$filter=substringof('x',id)")]
    [InlineData("$filter=cast(id,Edm.String) eq 'x'")]
    public void Of_UnknownFunction_ListsAll(string query)
    {
        var hint = HintOf(query).ShouldNotBeNull();

        hint.ShouldStartWith("$filter, position 0: functions are contains, startswith, ");
        hint.ShouldEndWith(", ceiling, now");
        hint.Length.ShouldBeLessThan(Hint.MostCharacters);
    }

    [Theory]
    [InlineData("$filter=id eq 'a' and peers/any(p: p/id eq 'a')", "$filter, position 14: The navigation 'peers' is supported here only in $expand, not in $filter and $orderby.")]
    [InlineData("$orderby=id,peers/$count", "$orderby, position 3: The navigation 'peers' is supported here only in $expand, not in $filter and $orderby.")]
    [InlineData("$filter=id eq @v", "$filter, position 6: The parameter alias @v is not supported here: the value itself has to stand in its place.")]
    [InlineData("$filter=isJoined gt false", "$filter: Comparing by order is not supported here for values of type Boolean.")]
    [InlineData("$select=id,peers", "$select: The navigation 'peers' has to be in $expand as well.")]
    [InlineData("$filter=tags eq 'x'", ListForm)]
    [InlineData("$filter=id in ()", ListForm)]
    public void Of_WhatIsNotSupported_NamesOptionAndPosition(string query, string hint) => HintOf(query).ShouldBe(hint);

    [Theory]
    [InlineData("$top=-1")]
    [InlineData("$expand=peers($levels=2)")]
    [InlineData("$orderby=id&$skip=999901")]
    public void Of_MessageThatSaysItAll_AddsNothing(string query) => HintOf(query).ShouldBeNull();

    private static string? HintOf(string query) => Devices.Read(query).Refusal.ShouldNotBeNull().Reason;
}

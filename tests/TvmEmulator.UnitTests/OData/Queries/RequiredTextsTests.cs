namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class RequiredTextsTests
{
    [Theory]
    [InlineData("id eq 'a'", "id=a")]
    [InlineData("'a' eq ID", "id=a")]
    [InlineData("id eq 'a' and (weaknesses gt 1 and name eq 'b')", "id=a name=b")]
    [InlineData("id eq 'a' and id eq 'b'", "id=a")]
    [InlineData("id eq 'a' and not (name eq 'b')", "id=a")]
    [InlineData("id eq 'a' and (name eq 'b' or name eq 'c')", "id=a")]
    [InlineData("id eq 'a' or name eq 'b'", "")]
    [InlineData("not (id eq 'a')", "")]
    [InlineData("id ne 'a'", "")]
    [InlineData("id eq name", "")]
    [InlineData("id eq null", "")]
    [InlineData("tolower(id) eq 'a'", "")]
    [InlineData("risk eq 'High' and weaknesses eq 1", "")]
    [InlineData("cloud/vmId eq 'a'", "")]
    [InlineData("tags/any(t: t eq 'a')", "")]
    [InlineData("addresses/any(a: a/ip eq 'a')", "")]
    public void Required_Filter_IsWhatAllItsRowsHave(string filter, string expected) =>
        string.Join(' ', Devices.Read("$filter=" + filter).Query.ShouldNotBeNull().Required.Select(text => $"{text.Key}={text.Value}")).ShouldBe(expected);
}

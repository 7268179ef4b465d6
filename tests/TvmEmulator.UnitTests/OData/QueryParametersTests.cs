using Microsoft.AspNetCore.Http;
using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.OData;

public sealed class QueryParametersTests
{
    [Theory]
    [InlineData("?pageSize=5", "5")]
    [InlineData("?PAGESIZE=5", "5")]
    [InlineData("?pagesize=5", "5")]
    [InlineData("?page%53ize=5", "5")]
    [InlineData("?%20pageSize+=5", "5")]
    [InlineData("?a=1&pageSize=5&b", "5")]
    [InlineData("?&&pageSize=5&", "5")]
    [InlineData("?pageSize=+5%20%20", "5")]
    [InlineData("?pageSize=a+b", "a b")]
    [InlineData("?pageSize=a%2Bb", "a+b")]
    [InlineData("?pageSize=a=b", "a=b")]
    [InlineData("?pageSize=%C3%BC", "ü")]
    [InlineData("?pageSize=%zz", "%zz")]
    [InlineData("?pageSize=", "")]
    [InlineData("?pageSize", "")]
    public void Single_Given_IsTheDecodedValue(string query, string value) => Parse(query).Single("pageSize").ShouldBe((value, null));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?pageSiz=5")]
    [InlineData("?$pageSize=5")]
    [InlineData("?=pageSize")]
    public void Single_Absent_IsNull(string query) => Parse(query).Single("pageSize").ShouldBe((null, null));

    [Theory]
    [InlineData("?$top=3")]
    [InlineData("?%24top=3")]
    [InlineData("?%24TOP=3")]
    public void Single_Dollar_MayBeEscaped(string query) => Parse(query).Single("$top").Value.ShouldBe("3");

    [Theory]
    [InlineData("?pageSize=5&pageSize=5")]
    [InlineData("?pageSize=5&PageSize=6")]
    [InlineData("?pageSize&page%53ize=6")]
    public void Single_GivenTwice_IsRefused(string query)
    {
        var (value, refusal) = Parse(query).Single("pageSize");

        value.ShouldBeNull();
        refusal.ShouldNotBeNull().Status.ShouldBe(400);
        refusal.Message.ShouldBe("Parameter pageSize is given more than once.");
    }

    [Fact]
    public void All_Query_KeepsOrderAndRawValuesUnderLowerCaseNames() =>
        Parse("?sinceTime=2021-01-11+x&PageSize=3%20&%24Top&PageSize=4").All.ShouldBe([("sincetime", "2021-01-11+x"), ("pagesize", "3%20"), ("$top", ""), ("pagesize", "4")]);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("200000", 200_000)]
    [InlineData("00007", 7)]
    [InlineData("%35", 5)]
    [InlineData("5++", 5)]
    public void WholeNumber_InRange_IsTheNumber(string raw, int number) => Parse($"?pageSize={raw}").WholeNumber("pageSize", 1, 200_000).ShouldBe((number, null));

    [Theory]
    [InlineData("", "")]
    [InlineData("0", "0")]
    [InlineData("200001", "200001")]
    [InlineData("-1", "-1")]
    [InlineData("%2B5", "+5")]
    [InlineData("5.0", "5.0")]
    [InlineData("5e1", "5e1")]
    [InlineData("5,000", "5,000")]
    [InlineData("0x5", "0x5")]
    [InlineData("all", "all")]
    [InlineData("%D9%A5", "٥")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("12345678901234567890123456789012345678901", "1234567890123456789012345678901234567890...")]
    public void WholeNumber_AnythingElse_IsRefusedWithValueAndRange(string raw, string shown)
    {
        var (number, refusal) = Parse($"?pageSize={raw}").WholeNumber("pageSize", 1, 200_000);

        number.ShouldBeNull();
        refusal.ShouldNotBeNull().Status.ShouldBe(400);
        refusal.Code.ShouldBe("BadRequest");
        refusal.Message.ShouldBe($"The value '{shown}' of parameter pageSize is not valid: a whole number from 1 to 200000 is needed.");
    }

    [Fact]
    public void WholeNumber_Absent_IsNull() => Parse("?a=1").WholeNumber("pageSize", 1, 2).ShouldBe((null, null));

    [Fact]
    public void WholeNumber_GivenTwice_IsRefused() => Parse("?pageSize=1&pageSize=1").WholeNumber("pageSize", 1, 2).Refusal!.Message.ShouldBe("Parameter pageSize is given more than once.");

    private static QueryParameters Parse(string query) => QueryParameters.Parse(new QueryString(query));
}

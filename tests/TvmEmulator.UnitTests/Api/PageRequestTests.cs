using Microsoft.AspNetCore.Http;
using TvmEmulator.Api;
using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.Api;

public sealed class PageRequestTests
{
    [Theory]
    [InlineData("", 50_000, 0, false, null)]
    [InlineData("?other=1&sinceTime=x", 50_000, 0, false, null)]
    [InlineData("?pageSize=1", 1, 0, false, null)]
    [InlineData("?PageSize=200000", 200_000, 0, false, null)]
    [InlineData("?$top=7", 7, 0, true, null)]
    [InlineData("?%24top=200000", 200_000, 0, true, null)]
    [InlineData("?$top=7&pageSize=3", 7, 0, true, null)]
    [InlineData("?pageSize=30&$top=7", 7, 0, true, null)]
    [InlineData("?$top=7&$skip=0", 7, 0, true, null)]
    [InlineData("?$skip=2147483647&$top=7", 7, int.MaxValue, true, null)]
    [InlineData("?$skiptoken=abc", 50_000, 0, false, "abc")]
    [InlineData("?pageSize=3&$SkipToken=ab%3D", 3, 0, false, "ab=")]
    [InlineData("?$skiptoken=", 50_000, 0, false, "")]
    public void Read_GoodQuery_IsTheRequest(string query, int size, int skip, bool hasTop, string? token) =>
        Read(query).ShouldBe((new PageRequest(size, skip, hasTop, token), null));

    [Theory]
    [InlineData("?pageSize=0", "The value '0' of parameter pageSize is not valid: a whole number from 1 to 200000 is needed.")]
    [InlineData("?pageSize=200001", "The value '200001' of parameter pageSize is not valid: a whole number from 1 to 200000 is needed.")]
    [InlineData("?pageSize=", "The value '' of parameter pageSize is not valid: a whole number from 1 to 200000 is needed.")]
    [InlineData("?$top=0", "The value '0' of parameter $top is not valid: a whole number from 1 to 200000 is needed.")]
    [InlineData("?$top=200001", "The value '200001' of parameter $top is not valid: a whole number from 1 to 200000 is needed.")]
    [InlineData("?$top=7&pageSize=x", "The value 'x' of parameter pageSize is not valid: a whole number from 1 to 200000 is needed.")]
    [InlineData("?$top=7&$skip=-1", "The value '-1' of parameter $skip is not valid: a whole number from 0 to 2147483647 is needed.")]
    [InlineData("?$skip=2147483648&$top=7", "The value '2147483648' of parameter $skip is not valid: a whole number from 0 to 2147483647 is needed.")]
    [InlineData("?$skip=5", "The query option $skip is supported only together with $top.")]
    [InlineData("?$skip=0&pageSize=5", "The query option $skip is supported only together with $top.")]
    [InlineData("?$top=7&$skiptoken=abc", "Filter parameter is invalid")]
    [InlineData("?$skip=0&$skiptoken=abc", "Filter parameter is invalid")]
    [InlineData("?$top=7&$skip=1&$skiptoken=abc", "Filter parameter is invalid")]
    [InlineData("?$skiptoken=a&$skiptoken=a", "Parameter $skiptoken is given more than once.")]
    [InlineData("?$top=1&%24top=1", "Parameter $top is given more than once.")]
    public void Read_WrongQuery_IsRefused(string query, string message)
    {
        var (request, refusal) = Read(query);

        request.ShouldBeNull();
        refusal.ShouldNotBeNull().Status.ShouldBe(400);
        refusal.Code.ShouldBe("BadRequest");
        refusal.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("$filter")]
    [InlineData("$select")]
    [InlineData("$orderby")]
    [InlineData("$count")]
    [InlineData("$expand")]
    [InlineData("$search")]
    [InlineData("$apply")]
    [InlineData("$compute")]
    [InlineData("$format")]
    [InlineData("$pagesize")]
    [InlineData("$anything")]
    public void Read_OptionOfEntityLists_IsRefusedInAnySpelling(string option)
    {
        foreach (var spelling in new[] { option, option.ToUpperInvariant(), option.Replace("$", "%24", StringComparison.Ordinal) })
        {
            Read($"?pageSize=5&{spelling}=x").Refusal.ShouldNotBeNull()
                .Message.ShouldBe($"The query option {option} is not supported here, only $top, $skip, $skiptoken.");
        }
    }

    [Fact]
    public void Read_NameOfAnOptionWithoutDollar_IsIgnored() => Read("?filter=x&top=3&skip=9").Request.ShouldBe(new PageRequest(50_000, 0, false, null));

    private static (PageRequest? Request, TvmEmulator.OData.Refusal? Refusal) Read(string query) => PageRequest.Read(QueryParameters.Parse(new QueryString(query)));
}

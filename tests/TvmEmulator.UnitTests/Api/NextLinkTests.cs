using Microsoft.AspNetCore.Http;
using TvmEmulator.Api;
using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.Api;

public sealed class NextLinkTests
{
    private const string Path = "/api/machines/SoftwareInventoryByMachine";
    private const string Token = "eyJFeHBvcnREZWZpbml0aW9uIjp7IlRpbWVQYXRoIjoiMjAyMS0wMS0yNS8wMjAwLyJ9LCJFeHBvcnRGaWxlSW5kZXgiOjAsIkxpbmVTdG9wcGVkQXQiOjV9";

    [Theory]
    [InlineData("", "")]
    [InlineData("?pageSize=5", "pagesize=5&")]
    [InlineData("?pageSize=5&$skiptoken=old", "pagesize=5&")]
    [InlineData("?%24SkipToken=old&pageSize=5", "pagesize=5&")]
    [InlineData("?sinceTime=2021-01-11&pageSize=5", "sincetime=2021-01-11&pagesize=5&")]
    [InlineData("?pageSize=5&sinceTime=2021-01-11", "pagesize=5&sincetime=2021-01-11&")]
    [InlineData("?pageSize=3%20%20&sinceTime=2021-05-19", "pagesize=3%20%20&sincetime=2021-05-19&")]
    [InlineData("?pageSize=3++", "pagesize=3%20%20&")]
    [InlineData("?pageSize=3 ", "pagesize=3%20&")]
    [InlineData("?a=%26%3D%2B&pageSize=5", "a=%26%3D%2B&pagesize=5&")]
    [InlineData("?a%26b=1", "a%26b=1&")]
    [InlineData("?%24Other=1", "$other=1&")]
    [InlineData("?flag", "flag=&")]
    [InlineData("?A=KeepMyCase", "a=KeepMyCase&")]
    public void Of_Query_IsRebuiltAsTheServiceDoes(string query, string kept) =>
        NextLink.Of(Path, QueryParameters.Parse(new QueryString(query)), new SkipToken(Samples.Mark("2021-01-25/0200"), 0, 5))
            .ShouldBe($"{Path}?{kept}$skiptoken={Token}");

    [Fact]
    public void Of_TokenWithPadding_EscapesIt()
    {
        var token = new SkipToken(Samples.Mark("2021-01-25/0200"), 0, 50);

        var link = NextLink.Of(Path, QueryParameters.Parse(default), token);

        token.Encode().ShouldEndWith("=");
        link.ShouldEndWith("%3D");
        link.AsSpan().Count('=').ShouldBe(1);
    }

    [Fact]
    public void Of_LinkThatIsFollowed_GivesTheSameParametersAndTheToken()
    {
        var token = new SkipToken(Samples.Mark("2021-01-25/0200"), 3, 50_000);
        var first = QueryParameters.Parse(new QueryString("?pageSize=5++&a%26b=%C3%BC"));

        var followed = QueryParameters.Parse(new QueryString(new Uri("http://host" + NextLink.Of(Path, first, token)).Query));

        followed.Single("$skiptoken").Value.ShouldBe(token.Encode());
        followed.Single("a&b").Value.ShouldBe("ü");
        followed.WholeNumber("pageSize", 1, 10).Value.ShouldBe(5);
        NextLink.Of(Path, followed, token).ShouldBe(NextLink.Of(Path, first, token));
    }
}

using System.Text;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using TvmEmulator.Identity.Login;

namespace TvmEmulator.UnitTests.Identity;

public sealed class TokenFormTests
{
    [Theory]
    [InlineData("my-app:secret", "my-app", "secret")]
    [InlineData("my-app:se:cr:et", "my-app", "se:cr:et")]
    [InlineData("my%2Dapp:s%3Acret", "my-app", "s:cret")]
    [InlineData("my-app:a+b", "my-app", "a+b")]
    [InlineData("my-app:", "my-app", null)]
    [InlineData("my-app", null, null)]
    [InlineData(":secret", null, null)]
    public async Task ReadAsync_HttpBasic_IsIdAndSecret(string pair, string? id, string? secret)
    {
        var form = await ReadAsync("", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

        (form.ClientId, form.ClientSecret).ShouldBe((id, secret));
    }

    [Fact]
    public async Task ReadAsync_FieldsBesideHttpBasic_Win()
    {
        var form = await ReadAsync("client_id=field&client_secret=", "Basic " + Convert.ToBase64String("basic:secret"u8));

        (form.ClientId, form.ClientSecret).ShouldBe(("field", "secret"));
    }

    [Fact]
    public async Task ReadAsync_FieldGivenTwice_IsNeitherValue() =>
        (await ReadAsync("grant_type=password&grant_type=password"))["grant_type"].ShouldBe("password,password");

    [Fact]
    public void ReadAsync_AnyBytes_AreAForm()
    {
        var texts = ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? "");
        var requests =
            from body in Gen.OneOf(texts, texts.Select(text => "grant_type=" + text), Gen.Elements("%", "%00", "%c3%28", "a=%zz&&==&", "&=&"))
            from authorization in Gen.OneOf(texts, texts.Select(text => "Basic " + text), texts.Select(text => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text))))
            select (body, authorization);

        Prop.ForAll(requests.ToArbitrary(), request =>
            ReadAsync(request.body, request.authorization).GetAwaiter().GetResult().ShouldNotBeNull()).Hold(cases: 1000);
    }

    private static Task<TokenForm> ReadAsync(string body, string authorization = "")
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/x-www-form-urlencoded; charset=UTF-8";
        context.Request.Headers.Authorization = authorization;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return TokenForm.ReadAsync(context.Request);
    }
}

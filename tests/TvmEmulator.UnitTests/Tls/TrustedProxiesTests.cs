using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TvmEmulator.Configuration;
using TvmEmulator.Pipeline;

namespace TvmEmulator.UnitTests.Tls;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.1.2.3", "X-Forwarded-Proto: https", "https://tvm:8080")]
    [InlineData("10.1.2.3", "X-Forwarded-Host: tvm.example", "http://tvm.example")]
    [InlineData("::ffff:10.1.2.3", "X-Forwarded-Proto: https|X-Forwarded-Host: tvm.example:81", "https://tvm.example:81")]
    [InlineData("10.1.2.3", "X-Forwarded-Proto: https|X-Forwarded-Host: tvm.example|X-Forwarded-Port: 8443", "https://tvm.example:8443")]
    [InlineData("10.1.2.3", "X-Forwarded-Proto: https|X-Forwarded-Host: tvm.example|X-Forwarded-Port: 443", "https://tvm.example")]
    [InlineData("10.1.2.3", "X-Forwarded-Host: [2001:db8::1]|X-Forwarded-Port: 81", "http://[2001:db8::1]:81")]
    [InlineData("10.1.2.3", "X-Forwarded-Host: tvm.example:81|X-Forwarded-Port: 8443", "http://tvm.example:81")]
    [InlineData("10.1.2.3", "X-Forwarded-Host: tvm.example|X-Forwarded-Port: 0", "http://tvm.example")]
    [InlineData("10.1.2.3", "X-Forwarded-Host: tvm.example|X-Forwarded-Port: 99999", "http://tvm.example")]
    [InlineData("10.1.2.3", "X-Forwarded-Host: a b|X-Forwarded-Proto: gopher:", "http://tvm:8080")]
    [InlineData("2001:db8::7", "X-Forwarded-Proto: https", "https://tvm:8080")]
    [InlineData("10.1.2.3", "", "http://tvm:8080")]
    [InlineData("11.1.2.3", "X-Forwarded-Proto: https|X-Forwarded-Host: tvm.example|X-Forwarded-Port: 8443", "http://tvm:8080")]
    [InlineData("127.0.0.1", "X-Forwarded-Proto: https|X-Forwarded-Host: tvm.example", "http://tvm:8080")]
    public async Task Request_FromAnyAddress_FollowsTheHeadersOfTrustedOnes(string from, string headers, string expected)
    {
        var request = await ReceiveAsync("10.0.0.0/8,2001:db8::7", from, headers);

        $"{request.Scheme}://{request.Host.Value}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("X-Forwarded-For: 192.0.2.1", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 192.0.2.1, 192.0.2.2, 10.0.0.9", "192.0.2.2")]
    [InlineData("X-Forwarded-For: nobody", "10.1.2.3")]
    public async Task Request_ForwardedFor_IsTheLastThatIsNoTrustedProxy(string headers, string remote)
    {
        var request = await ReceiveAsync("10.0.0.0/8", "10.1.2.3", headers);

        request.HttpContext.Connection.RemoteIpAddress.ShouldBe(IPAddress.Parse(remote));
    }

    [Fact]
    public async Task Request_NoTrustedProxies_IsLeftAsItIs()
    {
        var request = await ReceiveAsync("", "127.0.0.1", "X-Forwarded-Proto: https");

        request.Scheme.ShouldBe("http");
    }

    private static async Task<HttpRequest> ReceiveAsync(string trusted, string from, string headers)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var application = new ApplicationBuilder(services);
        application.UseTrustedProxies(new EmulatorOptions { TrustedProxies = trusted.Length == 0 ? [] : ValueTexts.Networks(trusted)! });
        application.Run(_ => Task.CompletedTask);

        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) }, Request = { Scheme = "http", Host = new HostString("tvm:8080") } };
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
            context.Request.Headers[header.Split(": ")[0]] = header.Split(": ", 2)[1];
        await application.Build()(context);
        return context.Request;
    }
}

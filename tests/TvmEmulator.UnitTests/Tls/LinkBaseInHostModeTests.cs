using Microsoft.AspNetCore.Http;
using TvmEmulator.Api;
using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.Tls;

/// <summary>What links begin with; without host mode, the request decides alone.</summary>
public sealed class LinkBaseInHostModeTests
{
    [Theory]
    [InlineData("us.api.security.microsoft.com", "https://us.api.security.microsoft.com", "https://login.microsoftonline.com")]
    [InlineData("api-gov.securitycenter.microsoft.us:8443", "https://api-gov.securitycenter.microsoft.us", "https://login.microsoftonline.us")]
    [InlineData("login.windows.net", "https://api.securitycenter.microsoft.com", "https://login.windows.net")]
    [InlineData("127.0.0.1:8080", "https://api.securitycenter.microsoft.com", "https://login.microsoftonline.com")]
    public void Bases_HostMode_AreTheServicesOwn(string host, string api, string login)
    {
        var links = new LinkBase(new EmulatorOptions { HostMode = true, PublicUrl = new Uri("http://tvm.example") });

        links.ApiBase(Request(host)).ShouldBe(api);
        links.LoginBase(Request(host)).ShouldBe(login);
        links.BlobBase(Request(host)).ShouldBe("https://tvmexportstrstgeus.blob.core.windows.net");
    }

    [Theory]
    [InlineData(null, "http://api.securitycenter.microsoft.com:8080")]
    [InlineData("https://tvm.example/base", "https://tvm.example/base")]
    public void Bases_OtherwiseWithoutHostMode_AreAllTheSame(string? publicUrl, string expected)
    {
        var links = new LinkBase(new EmulatorOptions { PublicUrl = publicUrl is null ? null : new Uri(publicUrl) });
        var request = Request("api.securitycenter.microsoft.com:8080");

        links.ApiBase(request).ShouldBe(expected);
        links.LoginBase(request).ShouldBe(expected);
        links.BlobBase(request).ShouldBe(expected + "/tvmexportstrstgeus");
    }

    private static HttpRequest Request(string host) => new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString(host) } }.Request;
}

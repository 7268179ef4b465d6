using Microsoft.AspNetCore.Http;
using TvmEmulator.Pipeline;
using TvmEmulator.Tls;

namespace TvmEmulator.UnitTests.Tls;

public sealed class ServiceHostRoutingTests
{
    [Theory]
    [InlineData("tvmexportstrstgeus.blob.core.windows.net", "/tvm-export/a/b=1", "/tvmexportstrstgeus/tvm-export/a/b=1")]
    [InlineData("other.blob.core.windows.net:8443", "/tvm-export/a", "/other/tvm-export/a")]
    [InlineData("tvmexportstrstgeus.blob.core.windows.net", "/", "/tvmexportstrstgeus/")]
    [InlineData("tvmexportstrstgeus.blob.core.windows.net", "", "/tvmexportstrstgeus")]
    [InlineData("api.securitycenter.microsoft.com", "/api", "/api")]
    [InlineData("localhost:8443", "/tvmexportstrstgeus/tvm-export/a", "/tvmexportstrstgeus/tvm-export/a")]
    public async Task PlaceAccount_AnyHost_PutsTheAccountOfABlobHostInFront(string host, string path, string routed)
    {
        var context = Request(host, path);

        await ServiceHostRouting.PlaceAccount(context, _ => Task.CompletedTask);

        context.Request.Path.Value.ShouldBe(routed);
    }

    [Theory]
    [InlineData("api.securitycenter.microsoft.com", "Page, Export, Document")]
    [InlineData("US.API.security.microsoft.com:8443", "Page, Export, Document")]
    [InlineData("login.microsoftonline.com", "Token")]
    [InlineData("tvmexportstrstgeus.blob.core.windows.net", "Blob")]
    [InlineData("other.blob.core.windows.net", "Blob")]
    [InlineData("localhost", "Page, Export, Document, Blob, Token")]
    [InlineData("tvm.example:8443", "Page, Export, Document, Blob, Token")]
    public async Task KeepApart_AnyHost_LeavesTheRoutesOfItsPart(string host, string kinds)
    {
        var left = new List<RouteKind>();
        foreach (var kind in Enum.GetValues<RouteKind>())
        {
            if (await StatusAsync(host, new ApiRoute("Route", kind, Permission: null, Quota: null)) == StatusCodes.Status200OK)
                left.Add(kind);
        }

        string.Join(", ", left).ShouldBe(kinds);
    }

    [Theory]
    [InlineData("api.securitycenter.microsoft.com")]
    [InlineData("login.microsoftonline.com")]
    public async Task KeepApart_RouteOfTheEmulatorItself_IsOnEveryHost(string host) =>
        (await StatusAsync(host, route: null)).ShouldBe(StatusCodes.Status200OK);

    [Fact]
    public async Task KeepApart_RouteOfAnotherPart_SaysWhoseItIs()
    {
        var context = Request("login.microsoftonline.com", "/api/machines/SoftwareInventoryByMachine");
        context.SetEndpoint(Answering200(new ApiRoute("Route", RouteKind.Page, Permission: null, Quota: null)));

        await ServiceHostRouting.KeepApart(context, RunEndpoint);

        context.Response.StatusCode.ShouldBe(StatusCodes.Status404NotFound);
        context.Response.Headers["x-tvm-emulator-hint"].ToString().ShouldBe("login.microsoftonline.com answers the login service; this route is one of the API");
    }

    private static async Task<int> StatusAsync(string host, ApiRoute? route)
    {
        var context = Request(host, "/");
        context.SetEndpoint(Answering200(route));
        await ServiceHostRouting.KeepApart(context, RunEndpoint);
        return context.Response.StatusCode;
    }

    private static DefaultHttpContext Request(string host, string path) => new() { Request = { Host = new HostString(host), Path = path } };

    private static Endpoint Answering200(ApiRoute? route) => new(_ => Task.CompletedTask, route is null ? null : new EndpointMetadataCollection(route), null);

    private static Task RunEndpoint(HttpContext context) => context.GetEndpoint()!.RequestDelegate!(context);
}

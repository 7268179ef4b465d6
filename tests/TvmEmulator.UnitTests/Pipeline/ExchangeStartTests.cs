using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Identity.Tokens;
using TvmEmulator.Pipeline;
using TvmEmulator.Scenarios;
using TvmEmulator.UnitTests.Identity;
using TvmEmulator.UnitTests.Worlds;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Pipeline;

/// <summary>Which world a request belongs to. There is one beside the default one: contoso.com.</summary>
public sealed class ExchangeStartTests
{
    private static readonly ApiRoute Token = new("Token", RouteKind.Token, null, null);
    private static readonly ApiRoute Blob = new("Blob", RouteKind.Blob, null, null);
    private static readonly ApiRoute Page = new("Page", RouteKind.Page, Permission.Software, null);

    private readonly WorldRegistry _worlds =
        new(new EmulatorOptions { Devices = 3 }, new SettableTime { Now = Tokens.Now }, NullLogger<WorldRegistry>.Instance, Scenario.Empty);

    private readonly World _contoso;

    public ExchangeStartTests() => _contoso = _worlds.Open("contoso.com");

    [Fact]
    public async Task InvokeAsync_NothingSaid_IsTheDefaultWorld()
    {
        var exchange = await StartAsync(Page);

        exchange.World.ShouldBeSameAs(_worlds.Default);
        exchange.Caller.ShouldBeSameAs(Caller.Anonymous);
        exchange.Route.ShouldBeSameAs(Page);
    }

    [Fact]
    public async Task InvokeAsync_OurToken_IsItsTenantsWorld() =>
        (await StartAsync(Page, authorization: await TokenOfAsync(_contoso))).World.ShouldBeSameAs(_contoso);

    [Fact]
    public async Task InvokeAsync_OurTokenOfAWorldThatIsGone_MakesItAnew()
    {
        var token = await TokenOfAsync(_contoso);
        _worlds.Drop(_contoso.TenantId);

        var world = (await StartAsync(Page, authorization: token)).World;

        world.ShouldNotBeSameAs(_contoso);
        world.TenantId.ShouldBe(_contoso.TenantId);
    }

    [Fact]
    public async Task InvokeAsync_TokenOfAnother_IsTheDefaultWorld() =>
        (await StartAsync(Page, authorization: Tokens.Foreign($$"""{"tid":"{{_contoso.TenantId}}"}"""))).World.ShouldBeSameAs(_worlds.Default);

    [Theory]
    [InlineData("contoso.com")]
    [InlineData("CONTOSO.com")]
    public async Task InvokeAsync_TokenEndpointOfATenant_IsItsWorld(string tenant) =>
        (await StartAsync(Token, tenant: tenant)).World.ShouldBeSameAs(_contoso);

    [Fact]
    public async Task InvokeAsync_TokenEndpointWithTheTokenOfAnotherTenant_IsThePathsWorld() =>
        (await StartAsync(Token, tenant: "default", authorization: await TokenOfAsync(_contoso))).World.ShouldBeSameAs(_worlds.Default);

    [Theory]
    [InlineData("POST", "new.example", 3)]
    [InlineData("GET", "new.example", 2)]
    [InlineData("POST", "new_example", 2)]
    [InlineData("POST", "common", 2)]
    public async Task InvokeAsync_TokenEndpointOfANewTenant_MakesAWorldWhenATokenIsAskedFor(string method, string tenant, int worlds)
    {
        var exchange = await StartAsync(Token, method, tenant);

        _worlds.All.Count.ShouldBe(worlds);
        exchange.World.Name.ShouldBe(worlds == 3 ? tenant : WorldRegistry.DefaultName);
    }

    [Theory]
    [InlineData("/account/tvm-export/2026-06-30/0200/SoftwareInventory/json/OrgId={0}/part-1.json.gz", true)]
    [InlineData("/account/tvm-export/OrgId={0}", true)]
    [InlineData("/account/tvm-export/OrgId=7d4cfd97-8e5a-4f8e-9a5c-8f0f6f3a2b11/part-1.json.gz", false)]
    [InlineData("/account/tvm-export/orgid={0}/part-1.json.gz", false)]
    [InlineData("/account/tvm-export/OrgId=", false)]
    [InlineData("/account/tvm-export/part-1.json.gz", false)]
    public async Task InvokeAsync_Blob_IsTheWorldOfItsOrgId(string path, bool isContoso)
    {
        var exchange = await StartAsync(Blob, path: string.Format(null, path, _contoso.TenantId));

        exchange.World.ShouldBeSameAs(isContoso ? _contoso : _worlds.Default);
        _worlds.All.Count.ShouldBe(2);
    }

    private async Task<Exchange> StartAsync(ApiRoute route, string method = "POST", string? tenant = null, string authorization = "", string path = "/")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.Headers.Authorization = authorization;
        context.Request.RouteValues["tenant"] = tenant;
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(route), null));
        await new ExchangeStart(_ => Task.CompletedTask, _worlds, new CallerReader(Tokens.Keys)).InvokeAsync(context);
        return context.Exchange();
    }

    private static async Task<string> TokenOfAsync(World world) =>
        "Bearer " + (await Tokens.Issuer.MintAsync(world, new TokenGrant("my-app", Tokens.Audience), Tokens.BaseUrl, CancellationToken.None)).Text;
}

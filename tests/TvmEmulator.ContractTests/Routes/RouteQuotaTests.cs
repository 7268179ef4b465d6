using System.Net;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Routes;

/// <summary>Every route lets an application call as often in a minute as its page says, and no more; the clock stands still.</summary>
public sealed class RouteQuotaTests(RouteQuotaTests.Quotas quotas) : IClassFixture<RouteQuotaTests.Quotas>
{
    public static TheoryData<string> Paths => DocumentedRoutes.Paths(_ => true);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_OneCallMoreThanAMinuteAllows_IsTooManyRequests(string path)
    {
        var route = DocumentedRoutes.Of(path);
        // An application of its own for each, because two paths are one route.
        var token = await quotas.Server.TokenAsync(client: path);
        for (var call = 0; call < route.Limits.PerMinute; call++)
            (await StatusAsync(route, token)).ShouldBe(HttpStatusCode.BadRequest);

        (await StatusAsync(route, token)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    /// <summary>What a route refuses is a call as well, and takes no time.</summary>
    private async Task<HttpStatusCode> StatusAsync(DocumentedRoute route, string token)
    {
        using var response = await quotas.Server.GetAsync(route.With("$search=x"), token);
        return response.StatusCode;
    }

    /// <summary>An emulator that counts calls.</summary>
    public sealed class Quotas : IAsyncLifetime
    {
        public RunningServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await RunningServer.StartAsync(Editions.OptionsOf("2021") with { QuotaFactor = 1 });

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}

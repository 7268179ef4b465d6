using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.Faults;
using TvmEmulator.Pipeline;

namespace TvmEmulator.ContractTests.Faults;

public sealed class KnownRoutesTests
{
    [Fact]
    public async Task All_RoutesOfTheServer_CanBeNamedByRules()
    {
        await using var server = await RunningServer.StartAsync(new() { Devices = 3 });

        var routes = server.Routes.Select(endpoint => endpoint.Metadata.GetMetadata<ApiRoute>()).OfType<ApiRoute>().ToList();

        routes.ShouldNotBeEmpty();
        routes.ShouldAllBe(route => KnownRoutes.All.ContainsKey(route.Name) && KnownRoutes.All[route.Name] == route.Kind);
    }
}

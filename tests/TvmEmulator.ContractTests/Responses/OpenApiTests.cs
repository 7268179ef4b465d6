using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>The description of the control API.</summary>
public sealed class OpenApiTests(Editions editions) : IClassFixture<Editions>
{
    [Fact]
    public async Task Get_OpenApi_DescribesEveryRouteAndNoOther()
    {
        var document = await DocumentAsync();
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, method) => (Path: path.Name, Method: method.Name))
            .Where(operation => operation.Method != "parameters")
            .Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}");

        described.Order(StringComparer.Ordinal).ShouldBe(Mapped().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_OpenApi_ReferencesResolve()
    {
        var document = await DocumentAsync();
        var references = References(document).ToList();

        references.Count.ShouldBeGreaterThan(10);
        foreach (var reference in references)
            reference.TrimStart('#', '/').Split('/').Aggregate(document, (element, name) => element.GetProperty(name)).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    private IEnumerable<string> Mapped() => editions["2021"].Routes.OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/_emulator", StringComparison.Ordinal))
        .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (route, method) => $"{method} {route.RoutePattern.RawText}");

    private async Task<JsonElement> DocumentAsync() => JsonElement.Parse(await editions["2021"].Client.GetByteArrayAsync("/_emulator/openapi.json"));

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.NameEquals("$ref") ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}

using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Faults;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Wire;

/// <summary>A page of changes that travels compressed is the same page.</summary>
public sealed class CompressedChangesTests
{
    private const string Route = "/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-16T02:00Z";

    [Theory]
    [InlineData("&pageSize=1")]
    [InlineData("&pageSize=500")]
    [InlineData("")]
    [InlineData("&$top=300&$skip=100")]
    public async Task Get_AcceptsGzip_IsOneMemberOfThePlainBytes(string query)
    {
        await using var server = await RunningServer.StartAsync(new EmulatorOptions { Devices = 60 });
        var plain = await server.Client.GetByteArrayAsync(Route + query);

        using var response = await GetAsync(server, Route + query);
        var packed = await response.Content.ReadAsByteArrayAsync();

        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        Gzip.FirstMember(packed).ShouldBe(plain);
        Gzip.Bytes(packed).ShouldBe(plain);
    }

    [Fact]
    public async Task Get_ColumnsChanged_IsSentUncompressed()
    {
        await using var server = await ScenarioServer.StartWithAsync("faults: [{ id: x, action: { kind: extra-column, name: more, value: 1 } }]");

        using var response = await GetAsync(server, Route);

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"more\":1}");
    }

    /// <summary>A client that stops after the first member has half of an object.</summary>
    [Fact]
    public async Task Get_TwoMembers_UnpacksToTheGenuinePage()
    {
        await using var server = await ScenarioServer.StartWithAsync("faults: [{ id: x, action: { kind: two-members } }]");
        var plain = await server.Client.GetByteArrayAsync(Route + "&pageSize=20");

        using var response = await GetAsync(server, Route + "&pageSize=20");
        var packed = await response.Content.ReadAsByteArrayAsync();

        Gzip.Bytes(packed).ShouldBe(plain);
        var first = Gzip.FirstMember(packed);
        plain.AsSpan().StartsWith(first).ShouldBeTrue();
        first.Length.ShouldBeLessThan(plain.Length);
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningServer server, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new("gzip"));
        return await server.Client.SendAsync(request);
    }
}

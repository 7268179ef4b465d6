using System.Buffers.Binary;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Wire;

/// <summary>A page that travels compressed is the same page.</summary>
public sealed class CompressedPageTests(CompressedPageTests.LargeTenant tenant) : IClassFixture<CompressedPageTests.LargeTenant>
{
    private const string Route = "/api/machines/SoftwareInventoryByMachine";

    [Theory]
    [InlineData("?pageSize=1")]
    [InlineData("?pageSize=2")]
    [InlineData("?pageSize=999")]
    [InlineData("?pageSize=1000")]
    [InlineData("?pageSize=1001")]
    [InlineData("?pageSize=4321")]
    [InlineData("?pageSize=200000")]
    [InlineData("?$top=1000")]
    [InlineData("?$top=1&$skip=1000")]
    [InlineData("?$top=1000&$skip=999")]
    [InlineData("?$top=1000&$skip=1000")]
    [InlineData("?$top=2500&$skip=1")]
    [InlineData("?$top=3000&$skip=7777")]
    [InlineData("?$top=10&$skip=1000000")]
    public async Task Get_AcceptsGzip_UnpacksToThePlainBytes(string query)
    {
        var plain = await tenant.Server.Client.GetByteArrayAsync(Route + query);

        (await UnpackedAsync(Route + query)).AsSpan().SequenceEqual(plain).ShouldBeTrue();
    }

    /// <summary>A page in the middle of a chain, and one over the border between two files.</summary>
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(0, 999)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task Get_AcceptsGzipWithSkipToken_UnpacksToThePlainBytes(int file, int line)
    {
        var path = $"{Route}?pageSize=5000&$skiptoken={Responses.SkipTokenText.Of(Responses.SkipTokenText.Newest, file, line)}";
        var plain = await tenant.Server.Client.GetByteArrayAsync(path);

        (await UnpackedAsync(path)).AsSpan().SequenceEqual(plain).ShouldBeTrue();
    }

    [Theory]
    [InlineData("?pageSize=1000")]
    [InlineData("?pageSize=50000")]
    [InlineData("?$top=1500&$skip=300")]
    public async Task Get_AcceptsGzipForAThousandRowsOrMore_IsCompressed(string query)
    {
        using var response = await GetAsync(Route + query, "gzip");

        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
    }

    [Fact]
    public async Task Get_AcceptsGzip_HasTheHeadersOfThePlainPage()
    {
        using var response = await GetAsync(Route + "?pageSize=1000", "gzip");

        ResponseText.Head(response, "Date", "Transfer-Encoding", "Content-Length").ShouldBeApproved();
    }

    /// <summary>curl and zlib stop after the first member, or fail.</summary>
    [Theory]
    [InlineData("?pageSize=1000")]
    [InlineData("?$top=4500&$skip=1234")]
    public async Task Get_AcceptsGzip_IsOneMember(string query)
    {
        var plain = await tenant.Server.Client.GetByteArrayAsync(Route + query);
        using var response = await GetAsync(Route + query, "gzip");
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        var packed = await response.Content.ReadAsByteArrayAsync();

        Gzip.FirstMember(packed).AsSpan().SequenceEqual(plain).ShouldBeTrue();
        BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(^4..)).ShouldBe(plain.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [InlineData("br")]
    [InlineData("gzip;q=0")]
    [InlineData("gzip;q=0, *")]
    public async Task Get_DoesNotAcceptGzip_IsNotCompressed(string? acceptEncoding)
    {
        using var response = await GetAsync(Route + "?pageSize=1000", acceptEncoding);

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GZIP")]
    [InlineData("br, gzip;q=0.5")]
    [InlineData("gzip, deflate, br")]
    public async Task Get_AcceptsGzipAmongOthers_UnpacksToThePlainBytes(string acceptEncoding)
    {
        var plain = await tenant.Server.Client.GetByteArrayAsync(Route + "?pageSize=1000");

        using var response = await GetAsync(Route + "?pageSize=1000", acceptEncoding);
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        Gzip.Bytes(await response.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(plain).ShouldBeTrue();
    }

    private async Task<byte[]> UnpackedAsync(string path, string acceptEncoding = "gzip")
    {
        using var response = await GetAsync(path, acceptEncoding);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return response.Content.Headers.ContentEncoding.Contains("gzip", StringComparer.Ordinal) ? Gzip.Bytes(body) : body;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? acceptEncoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptEncoding is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding).ShouldBeTrue();
        return await tenant.Server.Client.SendAsync(request);
    }

    /// <summary>Some 20,000 rows in several files.</summary>
    public sealed class LargeTenant : IAsyncLifetime
    {
        public RunningServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await RunningServer.StartAsync(new EmulatorOptions { Devices = 400, QuotaFactor = null });

        public Task DisposeAsync() => Server.DisposeAsync().AsTask();
    }
}

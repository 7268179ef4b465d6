using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;
using TvmEmulator.Blobs;
using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class BlobEndpointTests : IAsyncLifetime
{
    private BlobServer _server = null!;
    private Uri _link = null!;

    public async Task InitializeAsync()
    {
        _server = await BlobServer.StartAsync(Organization.Options2021);
        _link = _server.LinksTo(_server.Lines)[0];
    }

    public async Task DisposeAsync()
    {
        _server.Log.Warnings.ShouldBeEmpty();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Get_Link_SendsTheGzipFileWithAzuresHeaders()
    {
        using var response = await _server.SendAsync(_link, null, ("x-ms-client-request-id", "mine"), ("Accept-Encoding", "gzip"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Unpack(bytes).ShouldBe(NumberedLines.Text(0, 50_000));
        var headers = Headers(response);
        headers["Content-Length"].ShouldBe(bytes.Length.ToString(CultureInfo.InvariantCulture));
        headers["Content-Type"].ShouldBe("application/octet-stream");
        headers["Content-MD5"].ShouldBe(Convert.ToBase64String(Md5(bytes)));
        headers["Last-Modified"].ShouldBe("Tue, 30 Jun 2026 02:00:00 GMT");
        headers["ETag"].ShouldMatch("^\"0x8D[0-9A-F]{14}\"$");
        headers["Accept-Ranges"].ShouldBe("bytes");
        headers["x-ms-blob-type"].ShouldBe("BlockBlob");
        headers["x-ms-creation-time"].ShouldBe("Tue, 30 Jun 2026 02:00:00 GMT");
        headers["x-ms-lease-state"].ShouldBe("available");
        headers["x-ms-lease-status"].ShouldBe("unlocked");
        headers["x-ms-server-encrypted"].ShouldBe("true");
        headers["x-ms-version"].ShouldBe("2023-01-03");
        headers["x-ms-client-request-id"].ShouldBe("mine");
        Guid.TryParse(headers["x-ms-request-id"], out _).ShouldBeTrue();
        headers.ShouldNotContainKey("Content-Encoding");
        headers.ShouldNotContainKey(Hint.Header);
    }

    [Fact]
    public async Task Head_Link_HasTheHeadersOfGet()
    {
        using var get = await _server.SendAsync(_link);
        using var head = await _server.SendAsync(_link, HttpMethod.Head, ("x-ms-range", "bytes=1-2"));

        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        var expected = Headers(get);
        var found = Headers(head);
        foreach (var volatileHeader in (string[])["Date", "x-ms-request-id"])
        {
            expected.Remove(volatileHeader);
            found.Remove(volatileHeader);
        }

        found.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Get_EscapedOtherwise_IsTheSameBlob()
    {
        var text = _link.AbsoluteUri;
        var path = new Uri(text).AbsolutePath;
        string[] variants =
        [
            text.Replace("OrgId=", "OrgId%3D", StringComparison.Ordinal),
            text.Replace(path[(path.IndexOf("2026", StringComparison.Ordinal))..], Uri.EscapeDataString(path[(path.IndexOf("2026", StringComparison.Ordinal))..]), StringComparison.Ordinal),
            text.Replace("%3A", ":", StringComparison.Ordinal),
        ];

        foreach (var variant in variants)
        {
            using var response = await _server.SendAsync(new Uri(variant), HttpMethod.Head);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, variant);
        }
    }

    [Theory]
    [InlineData("Range")]
    [InlineData("x-ms-range")]
    public async Task Get_Range_SendsThatPart(string header)
    {
        using var whole = await _server.SendAsync(_link);
        var bytes = await whole.Content.ReadAsByteArrayAsync();

        using var part = await _server.SendAsync(_link, null, (header, "bytes=10-19"));
        using var rest = await _server.SendAsync(_link, null, (header, $"bytes=20-{bytes.Length + 1000}"));

        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[10..20]);
        var headers = Headers(part);
        headers["Content-Range"].ShouldBe($"bytes 10-19/{bytes.Length}");
        headers["x-ms-blob-content-md5"].ShouldBe(Headers(whole)["Content-MD5"]);
        headers.ShouldNotContainKey("Content-MD5");
        (await rest.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[20..]);
        Headers(rest)["Content-Range"].ShouldBe($"bytes 20-{bytes.Length - 1}/{bytes.Length}");
    }

    [Fact]
    public async Task Get_RangePastTheEnd_Is416WithTheLength()
    {
        using var whole = await _server.SendAsync(_link);

        using var response = await _server.SendAsync(_link, null, ("Range", "bytes=99999999-"));

        await ShouldBeErrorAsync(response, 416, "InvalidRange");
        Headers(response)["Content-Range"].ShouldBe($"bytes */{Headers(whole)["Content-Length"]}");
    }

    [Fact]
    public async Task Get_UnreadableRange_Is400()
    {
        using var response = await _server.SendAsync(_link, null, ("x-ms-range", "bytes=x-y"));

        await ShouldBeErrorAsync(response, 400, "InvalidHeaderValue");
    }

    [Fact]
    public async Task Get_Conditions_304And412()
    {
        using var whole = await _server.SendAsync(_link);
        var etag = Headers(whole)["ETag"];

        using var same = await _server.SendAsync(_link, null, ("If-None-Match", etag));
        using var other = await _server.SendAsync(_link, null, ("If-Match", "\"0x8D\""));

        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        Headers(same)["ETag"].ShouldBe(etag);
        Headers(same)["x-ms-error-code"].ShouldBe("ConditionNotMet");
        (await same.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        await ShouldBeErrorAsync(other, 412, "ConditionNotMet");
    }

    [Fact]
    public async Task Get_ExpiredLink_IsAzuresXml()
    {
        _server.Time.Now += TimeSpan.FromHours(1) + TimeSpan.FromSeconds(130);

        using var response = await _server.SendAsync(_link);

        var body = await ShouldBeErrorAsync(response, 403, "AuthenticationFailed");
        body.ShouldBe(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. "
            + "Make sure the value of Authorization header is formed correctly including the signature.\n"
            + $"RequestId:{Headers(response)["x-ms-request-id"]}\nTime:2026-07-01T12:58:01.7650000Z</Message><AuthenticationErrorDetail>Signature not valid in the "
            + "specified time frame: Start [Wed, 01 Jul 2026 11:55:51 GMT] - Expiry [Wed, 01 Jul 2026 12:55:51 GMT] - Current [Wed, 01 Jul 2026 12:58:01 GMT]"
            + "</AuthenticationErrorDetail></Error>");
        Headers(response)[Hint.Header].ShouldBe("SAS expired 00:02:10 ago by the emulator's clock");
        response.ReasonPhrase!.ShouldStartWith("Server failed to authenticate");
    }

    [Fact]
    public async Task Get_BadSignature_RepeatsWhatWasSigned()
    {
        using var response = await _server.SendAsync(new Uri(_link.AbsoluteUri.Replace("sp=r", "sp=%3C%00%26", StringComparison.Ordinal)));

        var body = await ShouldBeErrorAsync(response, 403, "AuthenticationFailed");
        body.ShouldContain("Signature did not match. String to sign used was &lt;?&amp;\n2026-07-01T11:55:51Z\n");
    }

    [Fact]
    public async Task Get_BearerBesideSas_Is403()
    {
        using var response = await _server.SendAsync(_link, null, ("Authorization", "Bearer abc"));

        await ShouldBeErrorAsync(response, 403, "AuthenticationFailed");
        Headers(response)[Hint.Header].ShouldContain("without an Authorization header");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task Other_MethodWithValidSas_Is403(string method)
    {
        using var response = await _server.SendAsync(_link, new HttpMethod(method));

        await ShouldBeErrorAsync(response, 403, "AuthorizationPermissionMismatch");
    }

    [Fact]
    public async Task Get_SasThatMayOnlyWrite_Is403()
    {
        var name = _server.World.Exports.Names.Of(_server.Lines, _server.Snapshot).Names[0];

        using var response = await _server.SendAsync(Url(name, SignedQuery.Of(_server.World, name, se: "2030-01-01", sp: "w").Value!));

        await ShouldBeErrorAsync(response, 403, "AuthorizationPermissionMismatch");
    }

    [Theory]
    [InlineData("2026-06-30/0200/NumberedLines/json/nothing")]
    [InlineData("2026-06-30/0200/Other/json/x")]
    [InlineData("2026-06-26/0200/NumberedLines/json/x")]
    [InlineData("2026-06-30/0201/NumberedLines/json/x")]
    [InlineData("0001-01-01/0000/NumberedLines/json/x")]
    [InlineData("etc/passwd")]
    public async Task Get_GenuineSasOfNothing_Is404(string name)
    {
        using var response = await _server.SendAsync(Url(name, SignedQuery.Of(_server.World, name, se: "2030-01-01").Value!));

        await ShouldBeErrorAsync(response, 404, "BlobNotFound");
    }

    [Fact]
    public async Task Get_GenuineSasOfOtherContainer_Is404()
    {
        using var response = await _server.SendAsync(new Uri($"{_server.BaseUrl}/tvmexportstrstgeus/other/x{SignedQuery.Of(_server.World, "x", "other", se: "2030-01-01")}"));

        await ShouldBeErrorAsync(response, 404, "ContainerNotFound");
    }

    [Theory]
    [InlineData("/TVMEXPORTSTRSTGEUS/tvm-export/x", 404, "ResourceNotFound")]
    [InlineData("/tvmexportstrstgeus", 400, "InvalidQueryParameterValue")]
    [InlineData("/tvmexportstrstgeus/tvm-export?restype=container&comp=list", 403, "AuthenticationFailed")]
    [InlineData("/tvmexportstrstgeus/tvm-export/x", 403, "AuthenticationFailed")]
    [InlineData("/tvmexportstrstgeus/tvm-export/x?sig=%ff%fe&se=%zz&sv=2023-01-03&sr=b&sp=r", 403, "AuthenticationFailed")]
    [InlineData("/tvmexportstrstgeus/tvm-export/..%2f..%2fetc%2fpasswd?&&=&sv", 403, "AuthenticationFailed")]
    public async Task Get_WrongAddress_IsRefused(string path, int status, string code)
    {
        using var response = await _server.SendAsync(new Uri(_server.BaseUrl + path));

        await ShouldBeErrorAsync(response, status, code);
    }

    [Fact]
    public async Task Get_SubResource_Is400()
    {
        using var response = await _server.SendAsync(new Uri(_link.AbsoluteUri + "&comp=blocklist"));

        await ShouldBeErrorAsync(response, 400, "InvalidQueryParameterValue");
    }

    [Fact]
    public async Task Head_Refused_HasHeadersOnly()
    {
        using var response = await _server.SendAsync(new Uri(_link.GetLeftPart(UriPartial.Path)), HttpMethod.Head);

        ((int)response.StatusCode).ShouldBe(403);
        Headers(response)["x-ms-error-code"].ShouldBe("AuthenticationFailed");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-01-05", "2025-01-05")]
    [InlineData("nonsense", "2023-01-03")]
    public async Task Get_ClientVersion_IsEchoedWhenItIsOne(string sent, string answered)
    {
        using var response = await _server.SendAsync(_link, null, ("x-ms-version", sent), ("x-ms-client-request-id", new string('x', 2000)));

        Headers(response)["x-ms-version"].ShouldBe(answered);
        Headers(response).ShouldNotContainKey("x-ms-client-request-id");
    }

    [Fact]
    public async Task Get_FolderCannotBeWritten_Is503AndThenWorks()
    {
        var blocked = Path.Combine(Directory.CreateTempSubdirectory("tvm-endpoint-test-").FullName, "blocked");
        await File.WriteAllTextAsync(blocked, "a file in place of the folder");
        await using var server = await BlobServer.StartAsync(Organization.Options2021 with { CacheDir = blocked });
        var link = server.LinksTo(server.Lines)[1];

        using (var busy = await server.SendAsync(link))
            await ShouldBeErrorAsync(busy, 503, "ServerBusy");
        server.StoreLog.Warnings.Count.ShouldBe(1);
        File.Delete(blocked);
        using var response = await server.SendAsync(link);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Directory.Delete(Path.GetDirectoryName(blocked)!, recursive: true);
    }

    [Fact]
    public async Task Get_ClientLeavesEarly_TroublesNobody()
    {
        for (var i = 0; i < 5; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, _link.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {_link.PathAndQuery} HTTP/1.1\r\nHost: x\r\n\r\n"));
            await socket.GetStream().ReadExactlyAsync(new byte[100]);
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        using var response = await _server.SendAsync(_link);

        Unpack(await response.Content.ReadAsByteArrayAsync()).ShouldBe(NumberedLines.Text(0, 50_000));
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);

    private static string Unpack(byte[] member)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(member), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

#pragma warning disable CA5351 // Content-MD5 is a checksum of the storage protocol, not a protection.
    private static byte[] Md5(byte[] bytes) => System.Security.Cryptography.MD5.HashData(bytes);
#pragma warning restore CA5351

    private static async Task<string> ShouldBeErrorAsync(HttpResponseMessage response, int status, string code)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var body = Encoding.UTF8.GetString(bytes);
        ((int)response.StatusCode).ShouldBe(status, body);
        bytes[0].ShouldBe((byte)'<');
        XDocument.Parse(body).Root!.Element("Code")!.Value.ShouldBe(code);
        var headers = Headers(response);
        headers["x-ms-error-code"].ShouldBe(code);
        headers["Content-Type"].ShouldBe("application/xml");
        headers.ShouldContainKey("x-ms-version");
        headers.ShouldContainKey("x-ms-request-id");
        headers[Hint.Header].Length.ShouldBeInRange(10, Hint.MostCharacters);
        return body;
    }

    private Uri Url(string name, string query) => new($"{_server.BaseUrl}/{StorageAccount.Name}/{StorageAccount.Container}/{name}{query}");
}

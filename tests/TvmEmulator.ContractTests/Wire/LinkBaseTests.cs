using System.Net.Sockets;
using System.Text;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Wire;

/// <summary>What links begin with when nothing but the request says it.</summary>
public sealed class LinkBaseTests
{
    [Theory]
    [InlineData("GET {0} HTTP/1.1\r\nHost: tvm.ci:8080\r\n", "http://tvm.ci:8080/")]
    [InlineData("GET {0} HTTP/1.0\r\n", "http://{1}/")]
    [InlineData("GET {0} HTTP/1.1\r\nHost: a!b\r\n", "http://{1}/")]
    public async Task Get_AnyHostHeader_GivesLinksThatAreUrls(string request, string expected)
    {
        await using var server = new TvmEmulatorServer(new EmulatorOptions { Port = 0, Devices = 3 }, new FixedTime(FixedTime.RequestTime));
        await server.StartAsync();

        foreach (var path in new[] { "/api", "/api/machines/SoftwareInventoryByMachine?pageSize=1", "/api/machines/SoftwareInventoryExport" })
        {
            var answer = await SendAsync(server.Url, string.Format(null, request, path) + "Authorization: Bearer any\r\nConnection: close\r\n\r\n");

            answer.ShouldContain("200 OK");
            answer.ShouldContain("\"@odata.context\":\"" + string.Format(null, expected, "", server.Url.Authority) + "api/$metadata");
        }
    }

    private static async Task<string> SendAsync(Uri url, string request)
    {
        using var client = new TcpClient(url.Host, url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}

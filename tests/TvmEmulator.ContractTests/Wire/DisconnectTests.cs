using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Wire;

/// <summary>Callers that leave in the middle of a large answer.</summary>
public sealed class DisconnectTests
{
    [Theory]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=200000", "", true)]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=200000", "", false)]
    [InlineData("/api/machines/SoftwareInventoryByMachine?pageSize=200000", "Accept-Encoding: gzip\r\n", true)]
    public async Task Get_CallerLeavesInTheMiddle_LogsNothingAndGoesOn(string path, string header, bool resets)
    {
        using var log = new LogCollector();
        await using var server = await RunningServer.StartAsync(
            new EmulatorOptions { Devices = 1000 }, logging: logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        await log.RequestEndedAsync(); // The probe of the start.

        for (var i = 0; i < 3; i++)
        {
            await ReadALittleAsync(server.Url, path, header, resets);
            await log.RequestEndedAsync();
        }

        (await server.Client.GetStringAsync("/_emulator/health/ready")).ShouldBe("ready\n");
        log.Complaints.ShouldBeEmpty();
    }

    private static async Task ReadALittleAsync(Uri url, string path, string header, bool resets)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(url.Host, url.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: tvm.example\r\nAuthorization: Bearer any\r\n{header}\r\n"));
        (await socket.ReceiveAsync(new byte[1000])).ShouldBePositive();

        // With a linger time of 0 the connection is reset at once; without one the system decides what becomes of it.
        socket.LingerState = new LingerOption(resets, 0);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TvmEmulator.CommandLine;

namespace TvmEmulator.UnitTests.CommandLine;

public sealed class HealthcheckTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly CommandRun _run;

    public HealthcheckTests() => _run = new CommandRun { Time = _time };

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Run_StateFileOfAReadyEmulator_IsReady()
    {
        using var server = new SingleAnswerServer("200 OK");
        WriteState(server.Url);

        (await _run.RunAsync("healthcheck")).ShouldBe(0);

        _run.Out.ShouldBe($"ready: {server.Url}\n");
        (await server.RequestLine).ShouldBe("GET /_emulator/health/ready HTTP/1.1");
        _run.ErrorLines.ShouldBeEmpty();
        _run.Served.ShouldBeNull();
    }

    [Theory]
    [InlineData("503 Service Unavailable", "503")]
    [InlineData("302 Found", "302")]
    [InlineData("204 No Content", "204")]
    public async Task Run_AnotherStatus_IsNotReady(string status, string code)
    {
        using var server = new SingleAnswerServer(status);
        WriteState(server.Url);

        (await _run.RunAsync("healthcheck")).ShouldBe(1);

        _run.Out.ShouldBe($"not ready: {server.Url} answers {code}\n");
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("[::]")]
    public async Task Run_AddressOfAllInterfaces_IsAskedOnLoopback(string host)
    {
        using var server = new SingleAnswerServer("200 OK");
        WriteState($"http://{host}:{server.Port}");

        (await _run.RunAsync("healthcheck")).ShouldBe(0);

        _run.Out.ShouldBe($"ready: {server.Url}\n");
    }

    [Fact]
    public async Task Run_StateFileInTheCacheFolder_IsFound()
    {
        using var server = new SingleAnswerServer("200 OK");
        var cache = Directory.CreateDirectory(Path.Combine(_run.WorkingDirectory, "cache")).FullName;
        File.WriteAllText(Path.Combine(cache, "serve.json"), $$"""{"url":"{{server.Url}}","processId":1}""");

        (await _run.WithVariable("TVM_CACHE_DIR", "cache").RunAsync("healthcheck")).ShouldBe(0);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("*")]
    public async Task Run_NoStateFile_AsksThePortOfTheEnvironment(string bind)
    {
        using var server = new SingleAnswerServer("200 OK");
        _run.WithVariable("TVM_PORT", server.Port.ToString(CultureInfo.InvariantCulture)).WithVariable("TVM_BIND", bind);

        (await _run.RunAsync("healthcheck")).ShouldBe(0);

        _run.Out.ShouldBe($"ready: {server.Url}\n");
    }

    [Fact]
    public async Task Run_NothingListens_IsNotReady()
    {
        var port = FreePort();
        WriteState($"http://127.0.0.1:{port}");

        (await _run.RunAsync("healthcheck")).ShouldBe(1);

        _run.Out.ShouldStartWith($"not ready: http://127.0.0.1:{port} does not answer: ");
        _run.Out.TrimEnd('\n').ShouldNotContain("\n");
    }

    [Fact]
    public async Task Run_NoAnswerInTime_IsNotReady()
    {
        using var server = new SingleAnswerServer(status: null);
        WriteState(server.Url);

        var check = _run.RunAsync("healthcheck");
        await server.RequestLine;
        _time.DueTimes.ShouldBe([TimeSpan.FromSeconds(3)]);
        _time.RunOut();

        (await check).ShouldBe(1);
        _run.Out.ShouldBe($"not ready: {server.Url} does not answer within 3 seconds\n");
    }

    [Fact]
    public async Task Run_WrongVariables_AreLeftToServe()
    {
        using var server = new SingleAnswerServer("200 OK");
        WriteState(server.Url);

        (await _run.WithVariable("TVM_PROT", "1").WithVariable("TVM_DEVICES", "0").RunAsync("healthcheck")).ShouldBe(0);

        _run.ErrorLines.ShouldBeEmpty();
    }

    private void WriteState(string url) => new StateFile(_run.TempFolder, null).TryWrite(new ServeState(new Uri(url), 1)).ShouldBeTrue();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net;
using System.Net.Sockets;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>What a shell or a container sees of a start, good or bad.</summary>
public sealed class StartTests : IDisposable
{
    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task Serve_SoundOptions_PrintsOneLineWithTheUrlAndNothingElse()
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3 --seed 7");
        await emulator.Client.GetStringAsync("/api/machines/SoftwareInventoryByMachine?pageSize=1");
        var end = await emulator.StopAsync();

        end.ExitCode.ShouldBe(0);
        end.Out.ShouldHaveSingleItem().ShouldMatch($@"^tvm-emulator \d+\.\d+\.\d+\S* listens on http://127\.0\.0\.1:{emulator.Url.Port} \(3 devices, seed 7\)$");
        end.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--devices -1", "--devices -1")]
    [InlineData("--port x", "--port x")]
    [InlineData("--no-such-option", "--no-such-option")]
    [InlineData("serve --contract 2022", "--contract 2022")]
    public async Task Serve_WrongCommandLine_IsOneLineAndExitCode2(string commandLine, string named) =>
        ShouldBeRefused(await EmulatorProcess.RunAsync(_folders, commandLine), named);

    [Fact]
    public async Task Serve_WrongVariable_IsOneLineAndExitCode2() =>
        ShouldBeRefused(await EmulatorProcess.RunAsync(_folders, "", ("TVM_DEVICES", "many")), "TVM_DEVICES=many");

    [Theory]
    [InlineData("""{ "devices": "many" }""", "tvm-emulator.json: devices many")]
    [InlineData("""{ "devices": 3 """, "tvm-emulator.json")]
    public async Task Serve_WrongSettingsFile_IsOneLineAndExitCode2(string json, string named)
    {
        await File.WriteAllTextAsync(Path.Combine(_folders.Work, "tvm-emulator.json"), json);

        ShouldBeRefused(await EmulatorProcess.RunAsync(_folders, ""), named);
    }

    [Fact]
    public async Task Serve_BusyPort_IsOneLineAndExitCode2()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        ShouldBeRefused(await EmulatorProcess.RunAsync(_folders, $"--devices 3 --port {port}"), $"--port {port}");
    }

    [Fact]
    public async Task Serve_AddressOfAnotherMachine_IsOneLineAndExitCode2() =>
        ShouldBeRefused(await EmulatorProcess.RunAsync(_folders, "--devices 3 --port 0 --bind 192.0.2.1"), "--bind 192.0.2.1");

    [Fact]
    public async Task Serve_VariablesOfTheFrameworkAndItsFiles_AreNotRead()
    {
        await File.WriteAllTextAsync(Path.Combine(_folders.Work, "appsettings.json"), """{ "Urls": "http://127.0.0.1:1", "Logging": { "LogLevel": { "Default": "Trace" } } }""");
        await using var emulator = await EmulatorProcess.ServeAsync(
            _folders, "--devices 3", ("ASPNETCORE_URLS", "http://127.0.0.1:1"), ("DOTNET_ENVIRONMENT", "Development"), ("ASPNETCORE_HTTP_PORTS", "1"));

        emulator.Url.Port.ShouldNotBe(1);
        (await emulator.StopAsync()).Error.ShouldBeEmpty();
    }

    private static void ShouldBeRefused(ProcessEnd end, string named)
    {
        end.ExitCode.ShouldBe(2);
        end.Out.ShouldBeEmpty();
        var line = end.Error.ShouldHaveSingleItem();
        line.ShouldStartWith("tvm-emulator: ");
        line.ShouldContain(named, Case.Sensitive);
        line.ShouldNotContain("   at ");
    }
}

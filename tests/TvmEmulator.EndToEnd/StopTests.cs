using System.Net.Sockets;
using System.Text;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>How it ends, and what the container's probe says before and after.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task Terminate_Idle_EndsWithExitCode0()
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3");
        await emulator.TerminateAsync();

        (await emulator.EndAsync(within: Promised)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Terminate_WhileASlowReaderHoldsAPage_EndsWithinFiveSeconds()
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 1000");
        using var reader = new TcpClient(emulator.Url.Host, emulator.Url.Port);
        var stream = reader.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "GET /api/machines/SoftwareInventoryByMachine?pageSize=200000 HTTP/1.1\r\nHost: tvm.example\r\nAuthorization: Bearer any\r\n\r\n"));
        (await stream.ReadAsync(new byte[1000])).ShouldBePositive();

        await emulator.TerminateAsync();
        var end = await emulator.EndAsync(within: Promised);

        end.ExitCode.ShouldBe(0);
        end.Out.ShouldHaveSingleItem();
        end.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("--exit-on-violation", 3)]
    [InlineData("--exit-on-violation --journal 0", 3)]
    public async Task Terminate_AfterAViolation_EndsWithExitCode3WhenAskedTo(string options, int exitCode)
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3 " + options);
        using var response = await emulator.Client.GetAsync((await ExportDownload.LinksAsync(emulator))[0]);
        var end = await emulator.StopAsync();

        end.ExitCode.ShouldBe(exitCode);
        if (exitCode == 0)
            end.Error.ShouldBeEmpty();
        else
            end.Error.ShouldHaveSingleItem().ShouldStartWith("tvm-emulator: violation: bearer-to-storage (once, application anonymous, route Blob, tenant default): ");
    }

    [Fact]
    public async Task Terminate_AfterAGoodClient_EndsWithExitCode0()
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3 --exit-on-violation");
        await ExportDownload.TextAsync(emulator, await ExportDownload.LinksAsync(emulator));

        (await emulator.StopAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Healthcheck_WhileItRunsAndAfter_Is0And1()
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3");
        var running = await EmulatorProcess.RunAsync(_folders, "healthcheck");
        await emulator.StopAsync();
        // Without a state file it asks where the options point to: at the port that was just left, not at what may listen on the default one.
        var stopped = await EmulatorProcess.RunAsync(_folders, "healthcheck", ("TVM_PORT", emulator.Url.Port.ToString()));

        running.ExitCode.ShouldBe(0);
        running.Out.ShouldHaveSingleItem().ShouldContain(emulator.Url.Authority);
        stopped.ExitCode.ShouldBe(1);
        stopped.Out.ShouldHaveSingleItem().ShouldStartWith("not ready: ");
    }

    [Fact]
    public async Task Terminate_WithoutCacheDir_LeavesNothingInTheTempFolder()
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3");
        await ExportDownload.TextAsync(emulator, await ExportDownload.LinksAsync(emulator));
        Directory.GetFiles(_folders.Temp, "*", SearchOption.AllDirectories).ShouldNotBeEmpty();

        await emulator.StopAsync();

        // The runtime's own diagnostic socket is not ours.
        Directory.GetFiles(_folders.Temp, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith("dotnet-diagnostic", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("clr-debug", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}

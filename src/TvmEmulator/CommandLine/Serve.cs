using Microsoft.Extensions.Logging.Console;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.Scenarios;
using TvmEmulator.Storage;
using TvmEmulator.TenantData;
using TvmEmulator.Tls;

namespace TvmEmulator.CommandLine;

/// <summary>The <c>serve</c> command: runs the emulator until the process is told to end.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(EmulatorOptions options, CommandEnvironment environment, CancellationToken cancellation)
    {
        var stateFile = new StateFile(environment.TempFolder, options.CacheDir);
        try
        {
            await using var server = new TvmEmulatorServer(options, environment.Time, ConfigureLogging, cancellation);
            await server.StartAsync(cancellation);
            var url = server.Url;
            if (!stateFile.TryWrite(new ServeState(url, Environment.ProcessId)))
                await WarnAsync(environment, "neither the temp folder nor --cache-dir can be written: healthcheck will ask the port of the environment");
            if (options.CacheDir is { } folder && CacheFolder.Obstacle(folder) is { } obstacle)
                await WarnAsync(environment, $"--cache-dir {folder}: export files cannot be kept there: {obstacle}");

            if (options is { HostMode: true, PublicUrl: not null })
                await WarnAsync(environment, "--public-url means nothing beside --host-mode, where links name the service's own hosts");

            if (IdleFaults.ReasonAmong(server.Worlds.Start.Faults, options) is { } idle)
                await WarnAsync(environment, idle);

            // Where a person or a script can reach it; an address of all interfaces is none.
            var reachable = ReachableUrl.Of(url).GetLeftPart(UriPartial.Authority);
            var interfaces = ReachableUrl.Of(url) == url ? "" : "all interfaces, ";
            var secure = server.TlsUrl is { } tls ? $" and {ReachableUrl.ByName(tls).GetLeftPart(UriPartial.Authority)}" : "";
            var organization = server.Given is { } given ? $"{given.Counts.Devices} devices of {options.TenantData}" : $"{options.Devices} devices, seed {options.Seed}";
            foreach (var note in GivenNotes.Of(server.Given, server.Worlds.Start.DataTime))
                await WarnAsync(environment, $"--tenant-data: {note}");
            await environment.Out.WriteLineAsync($"tvm-emulator {EmulatorVersion.Text} listens on {reachable}{secure} ({interfaces}{organization})");
            await WaitAsync(cancellation);
            await server.StopAsync(CancellationToken.None);
            return options.ExitOnViolation ? await JudgeAsync(server, environment) : 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception unusable) when (unusable is AddressUnavailableException or CertificateUnusableException)
        {
            await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: " + unusable.Message));
            return EntryPoint.UsageError;
        }
        catch (Exception wrong) when (wrong is ScenarioException or TenantDataException)
        {
            foreach (var error in (wrong as ScenarioException)?.Errors ?? ((TenantDataException)wrong).Errors)
                await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: " + error));
            return EntryPoint.UsageError;
        }
        catch (StorageUnavailableException unavailable)
        {
            await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: " + unavailable.Message));
            return EntryPoint.Unavailable;
        }
        finally
        {
            stateFile.DeleteOf(Environment.ProcessId);
        }
    }

    private static Task WarnAsync(CommandEnvironment environment, string warning) =>
        environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: warning: " + warning));

    /// <summary>Names each violation on a line of its own; the answer is the exit code.</summary>
    private static async Task<int> JudgeAsync(TvmEmulatorServer server, CommandEnvironment environment)
    {
        var violations = server.Violations();
        foreach (var violation in violations)
            await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: violation: " + violation));
        return violations.Count == 0 ? 0 : EntryPoint.Violation;
    }

    private static async Task WaitAsync(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.Register(stopped.SetResult))
            await stopped.Task;
    }

    /// <summary>Standard output holds the one line with the URL; messages go to standard error, and the framework's only from warnings on.</summary>
    private static void ConfigureLogging(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        // A failed start is told in one line above, not with the host's stack trace.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        })
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}

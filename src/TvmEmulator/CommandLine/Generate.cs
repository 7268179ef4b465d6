using Microsoft.Extensions.Logging.Abstractions;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Scenarios;
using TvmEmulator.Storage;
using TvmEmulator.TenantData;
using TvmEmulator.Worlds;

namespace TvmEmulator.CommandLine;

/// <summary>The <c>generate</c> command: writes the export files of the newest snapshot to a folder or a storage account, and ends.</summary>
internal static class Generate
{
    /// <summary>The options that the files follow from; no other means anything here.</summary>
    public static IReadOnlyList<string> Options { get; } = ["--devices", "--seed", "--tenant-data", "--data-time", "--contract", "--file-casing", "--scenario", "--blobs"];

    /// <summary>Writes the files; the answer is the exit code.</summary>
    /// <param name="options">What the files follow from; the storage account in them is the target when there is no folder.</param>
    /// <param name="folder">Where they go; null when they go to the storage account.</param>
    /// <param name="environment">What the process gives.</param>
    /// <param name="cancellation">Stops; no half file stays behind.</param>
    public static async Task<int> RunAsync(EmulatorOptions options, string? folder, CommandEnvironment environment, CancellationToken cancellation)
    {
        try
        {
            if (folder is not null)
                return await WriteAsync(_ => new ExportFolder(folder), folder, options, environment, cancellation);

            using var containers = new StorageContainers(options.Blobs!, environment.Time);
            await containers.OpenAsync(cancellation);
            return await WriteAsync(containers.Of, options.Blobs!.ToString(), options, environment, cancellation);
        }
        catch (Exception wrong) when (wrong is ScenarioException or TenantDataException)
        {
            foreach (var error in (wrong as ScenarioException)?.Errors ?? ((TenantDataException)wrong).Errors)
                await FailAsync(environment, error);
            return EntryPoint.UsageError;
        }
        catch (StorageUnavailableException unavailable)
        {
            return await FailAsync(environment, unavailable.Message);
        }
        catch (Exception unwritable) when (folder is not null && unwritable is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(environment, $"--output {folder}: cannot be written: {unwritable.Message}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await FailAsync(environment, "generate was stopped; started again, it goes on from there");
        }
    }

    private static async Task<int> WriteAsync(
        Func<Assessment, IExportTarget> targetOf, string place, EmulatorOptions options, CommandEnvironment environment, CancellationToken cancellation)
    {
        var given = TenantDataFolder.Of(options, cancellation);
        var world = new WorldRegistry(options, environment.Time, NullLogger<WorldRegistry>.Instance, ScenarioFile.Of(options), given).Default;
        var snapshot = await world.Snapshots.NewestAsync(cancellation);
        foreach (var note in GivenNotes.Of(given, snapshot.Mark))
            await environment.Error.WriteLineAsync(OneLine.Of($"tvm-emulator: warning: --tenant-data: {note}"));

        using var writer = new ExportWriter(options);
        var (files, written, bytes) = (0, 0, 0L);
        foreach (var assessment in Assessment.All(options))
        {
            using var progress = new GenerateProgress(assessment.BlobKind, environment.Error, environment.ErrorIsTerminal);
            var totals = await writer.WriteAsync(targetOf(assessment), world, assessment, snapshot, progress, cancellation);
            files += totals.Files;
            written += totals.Written;
            bytes += totals.Bytes;
        }

        await environment.Out.WriteLineAsync($"{files} export files of {snapshot.Mark}, {bytes} bytes, are in {place} ({written} written, {files - written} were there)");
        return 0;
    }

    private static async Task<int> FailAsync(CommandEnvironment environment, string line)
    {
        await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: " + line));
        return EntryPoint.Unavailable;
    }
}

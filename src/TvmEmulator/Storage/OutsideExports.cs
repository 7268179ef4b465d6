using System.Collections.Concurrent;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.Storage;

/// <summary>
/// Exports whose files live in a storage account outside. What the account holds is looked up for every export, so links are only handed out to
/// files that are there, even after somebody has emptied it.
/// </summary>
internal sealed partial class OutsideExports(StorageContainers containers, ExportWriter writer, ILogger<OutsideExports> logger) : IAsyncDisposable
{
    // The clocks of two machines differ a little: a link must not be from the future for the account.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Lazy<Task>> _running = new(StringComparer.Ordinal);

    // Not disposed of: it holds nothing, and an export that comes too late then fails as one that came in time.
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Finds out whether the account can be used.</summary>
    /// <exception cref="StorageUnavailableException">It cannot.</exception>
    public Task OpenAsync(CancellationToken cancellation) => containers.OpenAsync(cancellation);

    /// <summary>
    /// Uploads what is missing, once for all who ask at the same time, and makes the links. The upload goes on for others when a caller gives up,
    /// and begins anew with the next caller when it fails.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The account is away, or refuses.</exception>
    public async Task<(IReadOnlyList<string> Links, DateTimeOffset Expires)> PublishAsync(
        World world, Assessment assessment, Snapshot snapshot, TimeSpan validity, bool areExpired, CancellationToken cancellation)
    {
        var files = world.Exports.Names.Of(assessment, snapshot);
        var container = containers.Of(assessment);
        var key = $"{files.Folder} {snapshot.DatasetHash}";
        var upload = _running.GetOrAdd(key, _ => new Lazy<Task>(() => Task.Run(() => UploadAsync(key, world, assessment, snapshot))));
        await upload.Value.WaitAsync(cancellation);

        // The account judges links by the wall clock, whatever service time is. What has expired has done so by a clock that is behind as well.
        var age = areExpired ? validity + ClockSkew : TimeSpan.Zero;
        var start = world.Time.Wall.GetUtcNow() - age;
        return ([.. files.Names.Select(name => container.LinkTo(name, start - ClockSkew, start + validity))], world.Time.GetUtcNow() - age + validity);
    }

    /// <summary>Stops the uploads.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        var uploads = _running.Values.Where(upload => upload.IsValueCreated).Select(upload => upload.Value);
        await Task.WhenAll(uploads).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task UploadAsync(string key, World world, Assessment assessment, Snapshot snapshot)
    {
        try
        {
            await writer.WriteAsync(containers.Of(assessment), world, assessment, snapshot, new LoggedProgress(logger, snapshot), _stop.Token);
        }
        catch (OperationCanceledException stopped)
        {
            throw new StorageUnavailableException(containers.Account, "is no longer written to: the emulator is stopping", stopped);
        }
        catch (StorageUnavailableException unavailable)
        {
            LogUnavailable(logger, unavailable.Message);
            throw;
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Reason}. The upload is tried again when the export is asked for again.")]
    private static partial void LogUnavailable(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "Export files of {Snapshot}: {Percent} % uploaded ({Done} of {Total})")]
    private static partial void LogProgress(ILogger logger, string snapshot, int percent, int done, int total);

    private sealed class LoggedProgress(ILogger logger, Snapshot snapshot) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value)
        {
            if (value.FillsTenth)
                LogProgress(logger, snapshot.Mark.ToString(), value.Percent, value.Done, value.Total);
        }
    }
}

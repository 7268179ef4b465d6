namespace TvmEmulator.Blobs;

/// <content>What the store tells the log.</content>
internal sealed partial class PartFileStore
{
    [LoggerMessage(LogLevel.Warning, "Export file {Key} cannot be provided: {Reason} It is tried again when it is asked for again.")]
    private static partial void LogUnavailable(ILogger logger, string key, string reason);
}

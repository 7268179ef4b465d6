using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Redaction;
using TvmEmulator.TenantData;

namespace TvmEmulator.CommandLine;

/// <summary>The <c>redact</c> command: copies the files of an organization with pseudonyms in place of its names.</summary>
internal static class RedactCommand
{
    /// <summary>Copies the files; the answer is the exit code.</summary>
    public static async Task<int> RunAsync(RedactOrder order, CommandEnvironment environment, CancellationToken cancellation)
    {
        try
        {
            var all = DataFile.In(order.Folder);
            var files = all.Where(file => file.HoldsRows).ToList();
            if (files.Count == 0)
                return await FailAsync(environment, $"{order.Folder}: no file ends in .json, .jsonl, .ndjson, or one of them and .gz", EntryPoint.UsageError);
            if (IsWithin(order.Folder, order.Output))
                return await FailAsync(environment, $"--output {order.Output}: is in the folder of the files", EntryPoint.UsageError);
            if (IsWithin(order.Output, order.Folder))
                return await FailAsync(environment, $"--output {order.Output}: has the folder of the files in it", EntryPoint.UsageError);
            if (Directory.Exists(order.Output) && Directory.EnumerateFileSystemEntries(order.Output).Any())
                return await FailAsync(environment, $"--output {order.Output}: is not empty, and nothing is overwritten", EntryPoint.UsageError);

            var redaction = new FolderRedaction(KeyOf(order));
            redaction.Write(files, order.Output, cancellation);
            foreach (var note in redaction.UnknownColumns.Notes)
                await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: warning: " + note));
            await environment.Out.WriteLineAsync(OneLine.Of(Summary(order, redaction, files.Count, all.Count - files.Count)));
            return 0;
        }
        catch (TenantDataException wrong)
        {
            foreach (var error in wrong.Errors)
                await FailAsync(environment, error, EntryPoint.UsageError);
            return EntryPoint.UsageError;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(environment, $"redact: {unwritable.Message}", EntryPoint.Unavailable);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await FailAsync(environment, $"redact was stopped; not all files are in {order.Output}", EntryPoint.Unavailable);
        }
    }

    /// <summary>Whether a path is a folder or below it.</summary>
    private static bool IsWithin(string folder, string path)
    {
        var way = Path.GetRelativePath(folder, path);
        return !Path.IsPathRooted(way) && way.Split(Path.DirectorySeparatorChar)[0] != "..";
    }

    private static byte[] KeyOf(RedactOrder order)
    {
        if (order.Key is { } key)
            return Encoding.UTF8.GetBytes(key);

        // Drawn by the class itself, and forgotten with the process.
        using var random = new HMACSHA256();
        return random.Key;
    }

    private static string Summary(RedactOrder order, FolderRedaction redaction, int files, int others)
    {
        var counts = string.Join(", ", redaction.Counts.Select(count => Counted(count.Count, WordOf(count.Kind))));
        var left = others == 0 ? "" : $"; left out: {Counted(others, "other file")}";
        var key = order.Key is null ? "; the key was random and is forgotten, with --key TEXT the same names are replaced alike again" : "";
        return $"written to {order.Output}: {Counted(files, "file")}; replaced: {(counts.Length == 0 ? "nothing" : counts)}{left}{key}";
    }

    private static string Counted(int count, string word) => $"{count} {word}{(count == 1 ? "" : word.EndsWith('s') ? "es" : "s")}";

    private static string WordOf(NameKind kind) => kind switch
    {
        NameKind.DeviceId => "device id",
        NameKind.Host => "device name",
        NameKind.Domain => "domain",
        NameKind.Group => "group",
        NameKind.User => "user",
        NameKind.Mail => "e-mail address",
        NameKind.SecurityId => "SID",
        NameKind.Address => "IP address",
        NameKind.Hardware => "adapter",
        NameKind.Holder => "certificate holder",
        _ => "tenant",
    };

    private static async Task<int> FailAsync(CommandEnvironment environment, string line, int exitCode)
    {
        await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: " + line));
        return exitCode;
    }
}

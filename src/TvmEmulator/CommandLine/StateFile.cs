using System.Text.Json;

namespace TvmEmulator.CommandLine;

/// <summary>
/// The file that tells <c>healthcheck</c> where <c>serve</c> listens: in the temp folder or, where that cannot be written, in the cache
/// folder. The newest emulator of a machine owns it.
/// </summary>
internal sealed class StateFile
{
    private const string Name = "serve.json";

    private readonly string[] _folders;

    /// <param name="tempFolder">The folder for temporary files.</param>
    /// <param name="cacheDir">The folder of the option <c>--cache-dir</c>, if it is set.</param>
    public StateFile(string tempFolder, string? cacheDir)
    {
        var own = Path.Combine(tempFolder, "tvm-emulator");
        _folders = cacheDir is null ? [own] : [own, cacheDir];
    }

    /// <summary>Writes the state where it can be written; false when that is nowhere.</summary>
    public bool TryWrite(ServeState state) => _folders.Any(folder => TryWrite(folder, state));

    /// <summary>The state of the newest emulator; null when there is none that can be read.</summary>
    public ServeState? TryRead() => _folders.Select(TryRead).FirstOrDefault(state => state is not null);

    /// <summary>Deletes what a process wrote; what another one has written since then stays.</summary>
    public void DeleteOf(int processId)
    {
        foreach (var folder in _folders.Where(folder => TryRead(folder)?.ProcessId == processId))
            TryDelete(Path.Combine(folder, Name));
    }

    private static bool TryWrite(string folder, ServeState state)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var beside = Path.Combine(folder, $"serve.{state.ProcessId}.tmp");
            // Made anew, because others can write to a temp folder: a link planted here must not be followed.
            File.Delete(beside);
            using (var file = new FileStream(beside, FileMode.CreateNew))
                JsonSerializer.Serialize(file, state, ServeStateJson.Default.ServeState);
            File.Move(beside, Path.Combine(folder, Name), overwrite: true);
            return true;
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            return false;
        }
    }

    private static ServeState? TryRead(string folder)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, Name));
            var state = JsonSerializer.Deserialize(file, ServeStateJson.Default.ServeState);
            return state is { Url: { IsAbsoluteUri: true, Scheme: "http" or "https" } } ? state : null;
        }
        catch (Exception exception) when (IsOfFiles(exception) || exception is JsonException)
        {
            return null;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            // It stays behind, and names an emulator that no longer answers.
        }
    }

    private static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException;
}

using System.Text;
using TvmEmulator.Configuration;
using TvmEmulator.Scenarios.Documents;

namespace TvmEmulator.Scenarios;

/// <summary>Reads a scenario file, YAML or JSON.</summary>
internal static class ScenarioFile
{
    /// <summary>The largest file that is read: 4 MiB.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>Reads the file of the options; without one, nothing is special.</summary>
    /// <exception cref="ScenarioException">It is wrong or cannot be read.</exception>
    public static Scenario Of(EmulatorOptions options) => options.ScenarioFile is { } file ? Read(file) : Scenario.Empty;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">It is wrong or cannot be read.</exception>
    public static Scenario Read(string path)
    {
        var name = Path.GetFileName(path);
        var (scenario, errors) = ScenarioReader.Read(Text(path, name), name);
        return scenario ?? throw new ScenarioException(errors);
    }

    /// <summary>The error lines of changes that the organization cannot take.</summary>
    /// <param name="path">The file that they stand in.</param>
    /// <param name="problems">Each begins with its place below <c>overlay</c> and a colon.</param>
    public static ScenarioException Wrong(string path, IEnumerable<string> problems)
    {
        var name = Path.GetFileName(path);
        var text = Text(path, name);
        return new ScenarioException([.. problems.Take(50).Select(problem => $"{name}, line {DocumentPlace.LineOf(text, $"overlay.{problem.Split(':')[0]}")}: overlay.{problem}")]);
    }

    private static string Text(string path, string name)
    {
        try
        {
            using var file = File.OpenRead(path);
            // One byte more than allowed tells a file that is too long, also where a length is not known.
            var bytes = new byte[Math.Min(file.CanSeek ? file.Length : MostBytes, MostBytes) + 1];
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read > MostBytes)
                throw new ScenarioException([$"{name}: the file is larger than {MostBytes >> 20} MiB"]);
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, read);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException([$"{name}: cannot be read: {unreadable.Message}"]);
        }
        catch (DecoderFallbackException)
        {
            throw new ScenarioException([$"{name}: is not UTF-8"]);
        }
    }
}

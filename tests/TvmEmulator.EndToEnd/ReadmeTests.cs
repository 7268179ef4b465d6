using System.Diagnostics;
using System.Text.RegularExpressions;
using TvmEmulator.Configuration;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>What the README says is true: its tour is run, its table of options is compared.</summary>
public sealed partial class ReadmeTests
{
    private const string DocumentedUrl = "http://127.0.0.1:8080";

    [Fact]
    public async Task Tour_EveryCommand_PrintsWhatTheReadmeShows()
    {
        using var folders = new EmulatorFolders();
        await using var emulator = await EmulatorProcess.ServeAsync(folders);
        var url = emulator.Url.GetLeftPart(UriPartial.Authority);
        var steps = Step().Matches(await ReadmeAsync());

        steps.Count.ShouldBeGreaterThan(5);
        foreach (Match step in steps)
        {
            var printed = await RunAsync(step.Groups["command"].Value.Replace(DocumentedUrl, url, StringComparison.Ordinal));
            Comparable(printed.Replace(url, DocumentedUrl, StringComparison.Ordinal)).ShouldBe(
                Comparable(step.Groups["output"].Value), step.Groups["command"].Value);
        }
    }

    [Fact]
    public async Task OptionTable_EveryOption_StandsInTheReadme()
    {
        var readme = await ReadmeAsync();

        foreach (var option in OptionTable.All)
            readme.ShouldContain($"| `{option.Name} {option.HelpName.Replace("|", " or ", StringComparison.Ordinal)}` | {option.Default} | {option.Description} |");
    }

    [Fact]
    public async Task Fidelity_EveryTestItNames_Exists()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository(), "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.Ordinal);

        var named = TestName().Matches(await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "fidelity.md")));

        named.Count.ShouldBeGreaterThan(30);
        foreach (Match name in named)
            tests.Contains(name.Value.Trim('`')).ShouldBeTrue(name.Value);
    }

    [GeneratedRegex("`[A-Za-z]+Tests`", RegexOptions.NonBacktracking)]
    private static partial Regex TestName();

    [GeneratedRegex(@"```sh\n(?<command>[^`]*curl[^`]*)```\n\n```text\n(?<output>[^`]*)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    private static string Comparable(string text) => text.ReplaceLineEndings("\n").Replace("\r", "", StringComparison.Ordinal).Trim();

    private static async Task<string> RunAsync(string command)
    {
        // A proxy of the environment is for the world outside.
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", "export NO_PROXY=127.0.0.1\n" + command]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var printed = await bash.StandardOutput.ReadToEndAsync(limit.Token);
        await bash.WaitForExitAsync(limit.Token);
        return printed;
    }

    private static Task<string> ReadmeAsync() => File.ReadAllTextAsync(Path.Combine(Repository(), "README.md"));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TvmEmulator.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}

using System.Runtime.CompilerServices;

namespace TvmEmulator.UnitTests.Scenarios;

/// <summary>The files in <c>fixtures/scenarios</c>.</summary>
internal static class ScenarioFiles
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(ThisFolder(), "..", "..", "..", "fixtures", "scenarios");

    /// <summary>The name of each.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!);

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Scenarios;

namespace TvmEmulator.UnitTests.Scenarios;

/// <summary>Whatever a document holds, reading it gives a scenario or lines of errors, and never anything else.</summary>
public sealed class ScenarioFuzzTests
{
    private static readonly string Example = File.ReadAllText(Path.Combine(ScenarioFiles.Folder, "full-example.yaml"));

    private static readonly Gen<string> Words = Gen.Elements(
        "faults", "id", "match", "action", "kind", "status", "overlay", "clocks", "quotas", "clients", "roles", "a", "1", "-1", "1e5", ".5", "0x1F", "true", "~", "null",
        ": ", ":", "- ", "\n", "\n  ", "\n    ", "\t", "[", "]", "{", "}", ", ", "&a ", "*a", "!!str ", "!", "|", ">", "\n---\n", "\n...\n", "#", "%YAML 1.1\n", "%TAG ! x\n", "? ", "<<: ",
        "\"", "'", "\"\\u00e4\"", "\"\\ud83d\"", "\"\\U7FFFFFFF\"", "\"\\x\"", "\"a\\\nb\"", "\0", "\u0085", "\u2028", "\uFEFF", "\uD83D", "ä", "😀", "@", "`", "%", "\r", "2026-06-30", "00:00:05");

    [Fact]
    public void Read_RandomWords_GivesAScenarioOrLines() =>
        Prop.ForAll(Words.ListOf().Select(words => string.Concat(words)).ToArbitrary(), IsScenarioOrLines).Hold(cases: 20_000);

    [Fact]
    public void Read_ExampleWithRandomChanges_GivesAScenarioOrLines()
    {
        var change = from at in Gen.Choose(0, Example.Length - 1) from length in Gen.Choose(0, 30) from word in Words select (at, length, word);

        Prop.ForAll(change.NonEmptyListOf().ToArbitrary(), changes =>
            {
                var text = new StringBuilder(Example);
                foreach (var (at, length, word) in changes.Take(4))
                {
                    var place = Math.Min(at, text.Length);
                    text.Remove(place, Math.Min(length, text.Length - place)).Insert(place, word);
                }

                return IsScenarioOrLines(text.ToString());
            })
            .Hold(cases: 2_000);
    }

    private static bool IsScenarioOrLines(string text)
    {
        var (scenario, errors) = ScenarioReader.Read(text);
        return scenario is null
            ? errors.Count > 0 && errors.All(error => error.StartsWith("line ", StringComparison.Ordinal) || error.EndsWith(" more are wrong", StringComparison.Ordinal))
            : errors.Count == 0;
    }
}

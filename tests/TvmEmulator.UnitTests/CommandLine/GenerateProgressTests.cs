using TvmEmulator.CommandLine;
using TvmEmulator.Storage;

namespace TvmEmulator.UnitTests.CommandLine;

public sealed class GenerateProgressTests
{
    [Fact]
    public void Report_Terminal_RedrawsOneLineAndEndsIt()
    {
        Shown(isTerminal: true).ShouldBe(
            "\rKind [#############...........................]  33 % (1 of 3 files)"
            + "\rKind [##########################..............]  66 % (2 of 3 files)"
            + "\rKind [########################################] 100 % (3 of 3 files)\n");
    }

    [Fact]
    public void Report_Log_WritesALineForEveryTenth()
    {
        Shown(isTerminal: false).ShouldBe(
            "tvm-emulator: Kind: 33 % (1 of 3 files)\ntvm-emulator: Kind: 66 % (2 of 3 files)\ntvm-emulator: Kind: 100 % (3 of 3 files)\n");
    }

    private static string Shown(bool isTerminal)
    {
        using var error = new StringWriter { NewLine = "\n" };
        using (var progress = new GenerateProgress("Kind", error, isTerminal))
        {
            for (var done = 1; done <= 3; done++)
                progress.Report(new ExportProgress(done, 3));
        }

        return error.ToString();
    }
}

using TvmEmulator.UnitTests.TenantData;

namespace TvmEmulator.UnitTests.CommandLine;

public sealed class RedactCommandTests : IDisposable
{
    private readonly CommandRun _run = new();
    private readonly DataFolder _folder = new DataFolder().With("rows.json", Rows.Lines(Rows.Inventory()));

    private string Output => Path.Combine(_run.WorkingDirectory, "out");

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_WithAKey_SaysWhatWasReplaced()
    {
        _folder.With("notes.txt", "");

        (await _run.RunAsync("redact", _folder.Name, "--output", "out", "--key", "secret")).ShouldBe(0);

        _run.Out.ShouldBe($"written to {Output}: 1 file; replaced: 1 device id, 1 device name, 1 domain, 1 group; left out: 1 other file\n");
        File.Exists(Path.Combine(Output, "rows.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_ColumnThatIsNotKnown_IsWarnedOf()
    {
        _folder.With("rows.json", Rows.Lines(Rows.Inventory().With("lastIp", "10.1.2.3")));

        (await _run.RunAsync("redact", _folder.Name, "--output", "out", "--key", "secret")).ShouldBe(0);

        _run.ErrorLines.ShouldBe(["tvm-emulator: warning: column lastIp, first in rows.json, is not known: addresses and names that stand nowhere else were copied unchanged"]);
    }

    [Fact]
    public async Task Run_WithoutAKey_IsAnotherEachTime()
    {
        await _run.RunAsync("redact", _folder.Name, "--output", "out");
        await _run.RunAsync("redact", _folder.Name, "--output", "again");

        _run.Out.ShouldContain("the key was random and is forgotten");
        File.ReadAllText(Path.Combine(Output, "rows.json")).ShouldNotBe(File.ReadAllText(Path.Combine(_run.WorkingDirectory, "again", "rows.json")), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_OutputIsNotEmpty_OverwritesNothing()
    {
        Directory.CreateDirectory(Output);
        await File.WriteAllTextAsync(Path.Combine(Output, "rows.json"), "mine");

        (await _run.RunAsync("redact", _folder.Name, "--output", "out")).ShouldBe(2);

        _run.ErrorLines.ShouldBe([$"tvm-emulator: --output {Output}: is not empty, and nothing is overwritten"]);
        (await File.ReadAllTextAsync(Path.Combine(Output, "rows.json"))).ShouldBe("mine");
    }

    [Theory]
    [InlineData("", "is in the folder of the files")]
    [InlineData("below/it", "is in the folder of the files")]
    [InlineData("..", "has the folder of the files in it")]
    public async Task Run_OneFolderInTheOther_IsRefused(string way, string error)
    {
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(_folder.Name, way)));

        (await _run.RunAsync("redact", _folder.Name, "--output", output)).ShouldBe(2);

        _run.ErrorLines.ShouldBe([$"tvm-emulator: --output {output}: {error}"]);
        Directory.EnumerateFileSystemEntries(_folder.Name).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_OutputBesideTheFolder_IsAllowed()
    {
        using var around = new DataFolder().With("in/rows.json", Rows.Lines(Rows.Inventory()));

        (await _run.RunAsync("redact", Path.Combine(around.Name, "in"), "--output", Path.Combine(around.Name, "in2"))).ShouldBe(0);
    }

    [Theory]
    [InlineData("redact --output out", "redact: the folder of the files is needed: redact DIR --output DIR")]
    [InlineData("redact in", "--output: the name of a folder is needed, once")]
    [InlineData("redact in --output", "--output: the name of a folder is needed, once")]
    [InlineData("redact in --output a --output b", "--output: the name of a folder is needed, once")]
    [InlineData("redact in --output out --key", "--key: a text is needed, once")]
    [InlineData("redact in --output out --seed 2", "--seed: not an option of redact, which takes --output and --key")]
    [InlineData("--devices 5 --tenant-data in", "--devices 5: not beside --tenant-data, whose files say how large the organization is and what it has")]
    [InlineData("generate --output out --seed 5 --tenant-data in", "--seed 5: not beside --tenant-data, whose files say how large the organization is and what it has")]
    public async Task Run_WrongWords_AreNamed(string line, string error)
    {
        (await _run.RunAsync(line.Split(' '))).ShouldBe(2);

        _run.ErrorLines.ShouldBe(["tvm-emulator: " + error]);
        _run.Served.ShouldBeNull();
    }

    [Fact]
    public async Task Generate_WrongFiles_WritesNothing()
    {
        _folder.With("rows.json", "{}");

        (await _run.RunAsync("generate", "--output", "out", "--tenant-data", _folder.Name)).ShouldBe(2);

        _run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("tvm-emulator: rows.json, line 1: no assessment has these columns");
        Directory.Exists(Output).ShouldBeFalse();
    }
}

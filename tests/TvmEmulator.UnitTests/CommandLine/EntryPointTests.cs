using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.CommandLine;

public sealed class EntryPointTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Run_NoWords_ServesTheDefaults()
    {
        (await _run.RunAsync()).ShouldBe(7);

        _run.Served.ShouldBe(new EmulatorOptions());
        _run.ErrorLines.ShouldBeEmpty();
        _run.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--port 81")]
    [InlineData("--port=81")]
    [InlineData("serve --port 81")]
    [InlineData("serve --port=81")]
    [InlineData("--port 81 serve")]
    public async Task Run_WithOrWithoutServe_Serves(string line)
    {
        (await _run.RunAsync(line.Split(' '))).ShouldBe(7);

        _run.Served!.Port.ShouldBe(81);
    }

    [Fact]
    public async Task Run_NegativeSeed_IsAValue()
    {
        await _run.RunAsync("--seed", "-5");

        _run.Served!.Seed.ShouldBe(-5);
    }

    [Theory]
    [InlineData("--exit-on-violation", true)]
    [InlineData("--exit-on-violation --port 81", true)]
    [InlineData("serve --exit-on-violation", true)]
    [InlineData("--exit-on-violation on", true)]
    [InlineData("--exit-on-violation off", false)]
    public async Task Run_Switch_NeedsNoValue(string line, bool on)
    {
        (await _run.RunAsync(line.Split(' '))).ShouldBe(7);

        _run.Served!.ExitOnViolation.ShouldBe(on);
    }

    [Fact]
    public async Task Run_RelativePaths_AreThoseOfTheWorkingDirectory()
    {
        await _run.RunAsync("--cache-dir", "files", "--scenario", "scenarios/flaky.yaml");

        _run.Served!.CacheDir.ShouldBe(Path.Combine(_run.WorkingDirectory, "files"));
        _run.Served.ScenarioFile.ShouldBe(Path.Combine(_run.WorkingDirectory, "scenarios", "flaky.yaml"));
    }

    [Fact]
    public async Task Run_AllSources_CommandLineOverEnvironmentOverFile()
    {
        await _run.WithFile("""{ "port": 1, "devices": 1, "seed": 10 }""")
            .WithVariable("TVM_PORT", "2").WithVariable("TVM_DEVICES", "2")
            .RunAsync("--port", "3");

        _run.Served.ShouldBe(new EmulatorOptions { Port = 3, Devices = 2, Seed = 10 });
    }

    [Fact]
    public async Task Run_MistakesInAllSources_AreToldAtOnceAndNothingStarts()
    {
        var exitCode = await _run.WithFile("""{ "prot": 1, "devices": 0 }""")
            .WithVariable("TVM_PORT", "abc").WithVariable("TVM_PROT", "1")
            .RunAsync("--devices", "-1", "--prot", "8081", "--contract", "2022");

        exitCode.ShouldBe(2);
        _run.Served.ShouldBeNull();
        _run.Out.ShouldBeEmpty();
        _run.ErrorLines.ShouldBe(
        [
            "tvm-emulator: warning: unknown variable TVM_PROT, nearest is TVM_PORT",
            "tvm-emulator: tvm-emulator.json: unknown key prot, nearest is port",
            "tvm-emulator: tvm-emulator.json: devices 0: a whole number from 1 to 1000000 is needed",
            "tvm-emulator: TVM_PORT=abc: a whole number from 0 to 65535 is needed",
            "tvm-emulator: --devices -1: a whole number from 1 to 1000000 is needed",
            "tvm-emulator: --contract 2022: one of 2021, 2026 is needed",
            "tvm-emulator: unknown option --prot, nearest is --port",
        ]);
    }

    [Theory]
    [InlineData("--devices -1", "--devices -1: a whole number from 1 to 1000000 is needed")]
    [InlineData("--contract 2022", "--contract 2022: one of 2021, 2026 is needed")]
    [InlineData("--contract=2022", "--contract 2022: one of 2021, 2026 is needed")]
    [InlineData("--blobs azurite", "--blobs ***: embedded, UseDevelopmentStorage=true or a quoted connection string with an AccountKey is needed")]
    [InlineData("--prot 8081", "unknown option --prot, nearest is --port")]
    [InlineData("--prot=8081", "unknown option --prot, nearest is --port")]
    [InlineData("--hlep", "unknown option --hlep, nearest is --help")]
    [InlineData("--Seed 1", "unknown option --Seed, nearest is --seed")]
    [InlineData("--datatime live", "unknown option --datatime, nearest is --data-time")]
    [InlineData("--cachedir x", "unknown option --cachedir, nearest is --cache-dir")]
    [InlineData("--port", "--port: a whole number from 0 to 65535 is needed")]
    [InlineData("--port=", "--port: a whole number from 0 to 65535 is needed")]
    [InlineData("--port serve", "--port: a whole number from 0 to 65535 is needed")]
    [InlineData("--port --devices 5", "--port: a whole number from 0 to 65535 is needed")]
    [InlineData("--port 1 --port 2", "--port: given more than once")]
    [InlineData("--port 1 serve --port 1", "--port: given more than once")]
    [InlineData("serv", "unknown command serv, known are serve, generate, redact, healthcheck, ca")]
    [InlineData("--port 1 2", "unknown command 2, known are serve, generate, redact, healthcheck, ca")]
    [InlineData("serve now", "unknown word now after serve")]
    [InlineData("@options.txt", "unknown command @options.txt, known are serve, generate, redact, healthcheck, ca")]
    [InlineData("generate", "generate: --output DIR, or --blobs with a storage account, is needed")]
    [InlineData("generate --blobs embedded", "generate: --output DIR, or --blobs with a storage account, is needed")]
    [InlineData("generate --blobs azurite", "--blobs ***: embedded, UseDevelopmentStorage=true or a quoted connection string with an AccountKey is needed")]
    [InlineData("generate --output", "--output: the name of a folder is needed")]
    [InlineData("generate --output --seed 2", "--output: the name of a folder is needed")]
    [InlineData("generate --output a --output b", "--output: given more than once")]
    [InlineData("generate --output a --blobs UseDevelopmentStorage=true", "--output and --blobs: one of them is needed, not both")]
    [InlineData("generate --output a --port 1", "--port: not an option of generate, which takes --output, --devices, --seed, --tenant-data, --data-time, --contract, --file-casing, --scenario, --blobs")]
    [InlineData("generate now --output a", "unknown word now after generate")]
    [InlineData("healthcheck now", "unknown word now after healthcheck")]
    [InlineData("healthcheck --port 1", "--port: not an option of healthcheck, which reads the environment and tvm-emulator.json")]
    public async Task Run_WrongCommandLine_IsOneLineAndExitCode2(string line, string error)
    {
        (await _run.RunAsync(line.Split(' '))).ShouldBe(2);

        _run.ErrorLines.ShouldBe(["tvm-emulator: " + error]);
        _run.Out.ShouldBeEmpty();
        _run.Served.ShouldBeNull();
    }

    [Fact]
    public async Task Run_OptionInPlaceOfAValue_IsNotTakenForTheValue()
    {
        (await _run.RunAsync("--cache-dir", "--prot=1")).ShouldBe(2);

        _run.ErrorLines.ShouldBe(
        [
            "tvm-emulator: --cache-dir: the name of a folder is needed",
            "tvm-emulator: unknown option --prot, nearest is --port",
        ]);
    }

    [Fact]
    public async Task Run_WrongControlKeyInAllSources_IsNeverShown()
    {
        (await _run.WithFile("""{ "control-key": "hush file" }""").WithVariable("TVM_CONTROL_KEY", "hush variable").RunAsync("--control-key", "hush line")).ShouldBe(2);

        _run.ErrorLines.ShouldBe(
        [
            "tvm-emulator: tvm-emulator.json: control-key ***: a text of 1 to 256 ASCII characters without blanks is needed",
            "tvm-emulator: TVM_CONTROL_KEY=***: a text of 1 to 256 ASCII characters without blanks is needed",
            "tvm-emulator: --control-key ***: a text of 1 to 256 ASCII characters without blanks is needed",
        ]);
    }

    [Fact]
    public async Task Run_ControlKeyThatLooksLikeAnOption_IsNeverShown()
    {
        (await _run.RunAsync("--control-key", "--hush")).ShouldBe(2);

        _run.ErrorLines.ShouldBe(["tvm-emulator: --control-key: a text of 1 to 256 ASCII characters without blanks is needed"]);
    }

    [Fact]
    public async Task Run_ValueOfSeveralLines_IsToldOnOneLine()
    {
        await _run.WithVariable("TVM_PORT", "80\r\n81").RunAsync();

        _run.ErrorLines.ShouldBe(["tvm-emulator: TVM_PORT=80  81: a whole number from 0 to 65535 is needed"]);
    }

    [Fact]
    public async Task Run_UnknownVariable_WarnsAndServes()
    {
        (await _run.WithVariable("TVM_SED", "1").RunAsync()).ShouldBe(7);

        _run.ErrorLines.ShouldBe(["tvm-emulator: warning: unknown variable TVM_SED, nearest is TVM_SEED"]);
    }

    [Fact]
    public async Task Run_PortInjectedByAnOrchestrator_ServesTheDefault()
    {
        await _run.WithVariable("TVM_PORT", "tcp://10.0.0.1:8080").RunAsync();

        _run.Served!.Port.ShouldBe(8080);
        _run.ErrorLines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("serve --help")]
    [InlineData("healthcheck --help")]
    [InlineData("--prot --help")]
    public async Task Run_Help_ShowsEveryOptionWithItsDefault(string line)
    {
        (await _run.RunAsync(line.Split(' '))).ShouldBe(0);

        foreach (var option in OptionTable.All)
            _run.Out.ShouldMatch($@"(?m)^  {option.Name} \S+ +{option.Default.Replace("|", @"\|", StringComparison.Ordinal)} +\S");
        _run.Out.ShouldContain("TVM_FOO_BAR");
        _run.Out.Split('\n').ShouldAllBe(row => row.Length <= 120);
        _run.ErrorLines.ShouldBeEmpty();
        _run.Served.ShouldBeNull();
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("serve --version")]
    public async Task Run_Version_PrintsIt(string line)
    {
        (await _run.RunAsync(line.Split(' '))).ShouldBe(0);

        _run.Out.ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$");
        _run.Served.ShouldBeNull();
    }
}

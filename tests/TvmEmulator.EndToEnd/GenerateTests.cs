using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>The files of <c>generate</c>, as they lie in a folder.</summary>
public sealed class GenerateTests : IDisposable
{
    private readonly EmulatorFolders _folders = new();

    private string Output => _folders.New("output");

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("--contract 2026 --file-casing camel --data-time 2026-03-01T08:00Z")]
    public async Task Generate_ToAFolder_WritesWhatTheEmulatorServes(string more)
    {
        var options = $"--devices 90 --seed 5 {more}";
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, options);

        var end = await GenerateAsync(options);

        end.ExitCode.ShouldBe(0);
        var served = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var route in ExportDownload.Routes)
        {
            foreach (var link in await ExportDownload.LinksAsync(emulator, route))
            {
                using var answer = await ExportDownload.GetAsync(emulator, link);
                // Behind the account and the container.
                served.Add(Path.Combine([Output, .. link.Segments[3..].Select(segment => segment.TrimEnd('/'))]), await answer.Content.ReadAsByteArrayAsync());
            }
        }

        Files().ShouldBe(served.Keys, ignoreOrder: true);
        foreach (var (file, bytes) in served)
            File.ReadAllBytes(file).ShouldBe(bytes);
        end.Out.ShouldHaveSingleItem().ShouldBe(
            $"{served.Count} export files of {TimeOf(served.Keys.First())}, {served.Values.Sum(bytes => bytes.Length)} bytes, are in {Output} ({served.Count} written, 0 were there)");
    }

    [Fact]
    public async Task Generate_Again_WritesOnlyWhatIsMissingOrDamaged()
    {
        await GenerateAsync("--devices 90");
        var files = Files();
        var (missing, damaged, kept) = (files[0], files[1], files[2..]);
        var before = files.ToDictionary(file => file, File.ReadAllBytes, StringComparer.Ordinal);
        var times = kept.ToDictionary(file => file, File.GetLastWriteTimeUtc, StringComparer.Ordinal);
        File.Delete(missing);
        // Of the same length.
        await File.WriteAllBytesAsync(damaged, new byte[before[damaged].Length]);

        var end = await GenerateAsync("--devices 90");

        end.Out.ShouldHaveSingleItem().ShouldEndWith($"(2 written, {kept.Count} were there)");
        foreach (var (file, bytes) in before)
            File.ReadAllBytes(file).ShouldBe(bytes);
        times.ShouldAllBe(file => File.GetLastWriteTimeUtc(file.Key) == file.Value);
    }

    [Fact]
    public async Task Generate_Scenario_WritesItsChangesToo()
    {
        var scenario = await ScenarioAsync("build-7.contoso.example");

        var end = await GenerateAsync($"--devices 3 --scenario {scenario}");

        end.ExitCode.ShouldBe(0);
        string.Concat(Files().Select(file => ExportDownload.Unpack(File.OpenRead(file)))).ShouldContain("\"DeviceName\":\"build-7.contoso.example\"");
    }

    [Fact]
    public async Task Generate_ScenarioThatTheOrganizationCannotTake_IsOneLineAndExitCode2()
    {
        var scenario = await ScenarioAsync("unknown.contoso.example");

        var end = await GenerateAsync($"--devices 3 --scenario {scenario}");

        end.ExitCode.ShouldBe(2);
        end.Error.ShouldHaveSingleItem().ShouldStartWith("tvm-emulator: scenario.yaml, line 5: overlay.installations[0].device: no device ");
    }

    [Fact]
    public async Task Generate_Redirected_TellsEveryTenthOnALine()
    {
        var end = await GenerateAsync("--devices 400");

        end.Error.ShouldAllBe(line => line.StartsWith("tvm-emulator: ", StringComparison.Ordinal) && !line.Contains('\r'));
        var kinds = end.Error.GroupBy(line => line.Split(": ")[1], StringComparer.Ordinal).ToList();
        kinds.Count.ShouldBe(ExportDownload.Routes.Count);
        kinds.ShouldAllBe(lines => lines.Count() <= 10 && lines.Last().Contains(": 100 % (", StringComparison.Ordinal));
    }

    /// <summary>A file where the folder should be, and a file system that nobody can write to, not even root.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Generate_FolderThatCannotBeWritten_IsOneLineAndExitCode1(bool isFile)
    {
        var folder = isFile ? Output : "/proc/tvm-emulator";
        if (isFile)
            await File.WriteAllTextAsync(folder, "in the way");

        var end = await EmulatorProcess.RunAsync(_folders, $"generate --devices 3 --output {folder}");

        end.ExitCode.ShouldBe(1);
        end.Out.ShouldBeEmpty();
        end.Error.ShouldHaveSingleItem().ShouldStartWith($"tvm-emulator: --output {folder}: cannot be written: ");
    }

    [Fact]
    public async Task Generate_Stopped_LeavesNoHalfFileAndGoesOnLater()
    {
        const string Organization = "--devices 20000";
        await using (var stopped = EmulatorProcess.Start(_folders, $"generate {Organization} --output {Output}"))
        {
            await stopped.ErrorLineAsync();
            var end = await stopped.StopAsync();
            end.ExitCode.ShouldBe(1);
            end.Error[^1].ShouldContain("stopped");
        }

        var early = Files();
        early.ShouldAllBe(file => file.EndsWith(".json.gz", StringComparison.Ordinal));
        var times = early.ToDictionary(file => file, File.GetLastWriteTimeUtc, StringComparer.Ordinal);

        var rest = await GenerateAsync(Organization);

        rest.ExitCode.ShouldBe(0);
        rest.Out.ShouldHaveSingleItem().ShouldEndWith($", {early.Count} were there)");
        times.ShouldAllBe(file => File.GetLastWriteTimeUtc(file.Key) == file.Value);
    }

    private Task<ProcessEnd> GenerateAsync(string options) => EmulatorProcess.RunAsync(_folders, $"generate {options} --output {Output}");

    /// <summary>A scenario with a device, and an installation on that or another one.</summary>
    private async Task<string> ScenarioAsync(string device)
    {
        var file = _folders.New("scenario.yaml");
        await File.WriteAllTextAsync(file, $$"""
            overlay:
              devices:
                - { device: build-7.contoso.example, osPlatform: WindowsServer2022, group: Build }
              installations:
                - { device: {{device}}, software: 7-zip-_-7-zip, version: "19.00" }
            """);
        return file;
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private string TimeOf(string file) => string.Join('/', Path.GetRelativePath(Output, file).Split(Path.DirectorySeparatorChar)[..2]);
}

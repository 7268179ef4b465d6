using TvmEmulator.CommandLine;
using TvmEmulator.Configuration;
using TvmEmulator.Scenarios;
using TvmEmulator.UnitTests.CommandLine;

namespace TvmEmulator.UnitTests.Scenarios;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tvm-emulator-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_FileWithAByteOrderMark_IsRead() =>
        ScenarioFile.Read(Write([0xEF, 0xBB, 0xBF, .. "faults: []"u8])).Faults.ShouldBeEmpty();

    [Fact]
    public void Read_NotUtf8_IsRefused() => ErrorsOf(Write([.. "faults: []"u8, 0xFF])).ShouldBe(["scenario.yaml: is not UTF-8"]);

    [Fact]
    public void Read_TooLarge_IsRefused() => ErrorsOf(Write(new byte[ScenarioFile.MostBytes + 1])).ShouldBe(["scenario.yaml: the file is larger than 4 MiB"]);

    [Fact]
    public void Read_NoFile_IsRefused() => ErrorsOf(Path.Combine(_folder.FullName, "other.yaml")).ShouldHaveSingleItem().ShouldStartWith("other.yaml: cannot be read: ");

    [Fact]
    public void Read_Folder_IsRefused() => ErrorsOf(_folder.FullName).ShouldHaveSingleItem().ShouldContain(": cannot be read: ");

    [Fact]
    public async Task Serve_WrongFile_IsALineForEachErrorAndExitCode2()
    {
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CommandEnvironment
        {
            Variables = new Dictionary<string, string>(StringComparer.Ordinal),
            WorkingDirectory = _folder.FullName,
            TempFolder = _folder.FullName,
            Out = output,
            Error = error,
            Time = new ManualTime(),
        };
        var options = new EmulatorOptions { Port = 0, Devices = 1, ScenarioFile = Write([.. "fault: []\nclocks: 1"u8]) };

        var exitCode = await Serve.RunAsync(options, environment, CancellationToken.None);

        exitCode.ShouldBe(2);
        output.ToString().ShouldBeEmpty();
        error.ToString().ShouldBe(
            "tvm-emulator: scenario.yaml, line 2: clocks: an object is needed\n"
            + "tvm-emulator: scenario.yaml, line 1: the key 'fault' is not known, nearest is faults; allowed are clients, quotas, clocks, faults, overlay\n");
    }

    private static IReadOnlyList<string> ErrorsOf(string path) => Should.Throw<ScenarioException>(() => ScenarioFile.Read(path)).Errors;

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, "scenario.yaml");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

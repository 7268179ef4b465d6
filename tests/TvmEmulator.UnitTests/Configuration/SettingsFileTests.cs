using System.Text;
using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.Configuration;

public sealed class SettingsFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tvm-emulator-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_NoFile_ChangesNothing()
    {
        var reading = new OptionReading(_folder.FullName);

        SettingsFile.Read(_folder.FullName, reading);

        reading.Options.ShouldBe(new EmulatorOptions());
        reading.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Read_StringsAndNumbers_AreTexts()
    {
        var reading = Read("""{ "port": 8081, "devices": "50", "file-casing": "camel" }""");

        reading.Errors.ShouldBeEmpty();
        reading.Options.ShouldBe(new EmulatorOptions { Port = 8081, Devices = 50, FileCasing = FileCasing.Camel });
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoError() =>
        Read("""{ "port": 8081 }""", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)).Options.Port.ShouldBe(8081);

    [Fact]
    public void Read_RelativeFolder_IsBelowTheWorkingDirectory() =>
        Read("""{ "cache-dir": "cache" }""").Options.CacheDir.ShouldBe(Path.Combine(_folder.FullName, "cache"));

    [Theory]
    [InlineData("""{ "devices": -1 }""", "tvm-emulator.json: devices -1: a whole number from 1 to 1000000 is needed")]
    [InlineData("""{ "port": 8080.0 }""", "tvm-emulator.json: port 8080.0: a whole number from 0 to 65535 is needed")]
    [InlineData("""{ "contract": 2022 }""", "tvm-emulator.json: contract 2022: one of 2021, 2026 is needed")]
    [InlineData("""{ "auth": false }""", "tvm-emulator.json: auth false: one of lenient, strict, off is needed")]
    [InlineData("""{ "port": null }""", "tvm-emulator.json: port: a string, a number or a boolean is needed")]
    [InlineData("""{ "port": [1] }""", "tvm-emulator.json: port: a string, a number or a boolean is needed")]
    [InlineData("""{ "fileCasing": "camel" }""", "tvm-emulator.json: unknown key fileCasing, nearest is file-casing")]
    [InlineData("""{ "--port": 1 }""", "tvm-emulator.json: unknown key --port, nearest is port")]
    [InlineData("""[]""", "tvm-emulator.json: an object of options is needed")]
    [InlineData("{\n  \"port\" 5\n}", "tvm-emulator.json, line 2: '5' is invalid after a property name. Expected a ':'")]
    [InlineData("""{ "port": 1, "port": 2 }""", "tvm-emulator.json: Duplicate property 'port' encountered during deserialization")]
    public void Read_WrongFile_IsOneErrorLine(string json, string error) => Read(json).Errors.ShouldBe([error]);

    [Fact]
    public void Read_SeveralMistakes_AreAllTold() => Read("""{ "prot": 1, "devices": 0 }""").Errors.Count.ShouldBe(2);

    private OptionReading Read(string json, Encoding? encoding = null)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "tvm-emulator.json"), json, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var reading = new OptionReading(_folder.FullName);
        SettingsFile.Read(_folder.FullName, reading);
        return reading;
    }
}

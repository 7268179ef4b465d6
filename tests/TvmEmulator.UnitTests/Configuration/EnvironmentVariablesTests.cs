using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.Configuration;

public sealed class EnvironmentVariablesTests
{
    [Fact]
    public void Read_KnownVariable_SetsTheOption() => Read("TVM_FILE_CASING", "camel").Options.FileCasing.ShouldBe(FileCasing.Camel);

    [Theory]
    [InlineData("TVM_PORT", "abc", "TVM_PORT=abc: a whole number from 0 to 65535 is needed")]
    [InlineData("TVM_CONTRACT", "2022", "TVM_CONTRACT=2022: one of 2021, 2026 is needed")]
    [InlineData("TVM_DEVICES", " ", "TVM_DEVICES= : a whole number from 1 to 1000000 is needed")]
    public void Read_WrongValue_IsAnError(string name, string text, string error)
    {
        var reading = Read(name, text);

        reading.Errors.ShouldBe([error]);
        reading.Options.ShouldBe(new EmulatorOptions());
    }

    [Theory]
    [InlineData("TVM_PROT", "unknown variable TVM_PROT, nearest is TVM_PORT")]
    [InlineData("TVM_PORT_", "unknown variable TVM_PORT_, nearest is TVM_PORT")]
    [InlineData("TVM_PORTS", "unknown variable TVM_PORTS, nearest is TVM_PORT")]
    [InlineData("TVM_port", "unknown variable TVM_port, nearest is TVM_PORT")]
    public void Read_UnknownVariable_IsAWarningOnly(string name, string warning)
    {
        var reading = Read(name, "1");

        reading.Warnings.ShouldBe([warning]);
        reading.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TVM_PORT", "")]
    [InlineData("TVM_PROT", "")]
    [InlineData("TVM_PORT", "tcp://10.0.0.1:8080")]
    [InlineData("TVM_EMULATOR_PORT", "tcp://10.0.0.1:8080")]
    [InlineData("TVM_PORT_8080_TCP", "tcp://10.0.0.1:8080")]
    [InlineData("TVM_PORT_8080_TCP_ADDR", "10.0.0.1")]
    [InlineData("TVM_PORT_8080_TCP_PROTO", "tcp")]
    [InlineData("TVM_SERVICE_HOST", "10.0.0.1")]
    [InlineData("TVM_SERVICE_PORT", "8080")]
    [InlineData("TVM_SERVICE_PORT_HTTP", "8080")]
    [InlineData("TVM_EMULATOR_SERVICE_HOST", "10.0.0.1")]
    [InlineData("PORT", "abc")]
    [InlineData("tvm_port", "abc")]
    public void Read_EmptyOrInjectedOrForeignVariable_IsIgnored(string name, string text)
    {
        var reading = Read(name, text);

        reading.Errors.ShouldBeEmpty();
        reading.Warnings.ShouldBeEmpty();
        reading.Options.ShouldBe(new EmulatorOptions());
    }

    private static OptionReading Read(string name, string text)
    {
        var reading = new OptionReading(Path.GetTempPath());
        EnvironmentVariables.Read(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text }, reading);
        return reading;
    }
}

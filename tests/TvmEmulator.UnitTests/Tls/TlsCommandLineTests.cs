using System.Net;
using TvmEmulator.UnitTests.Blobs;
using TvmEmulator.UnitTests.CommandLine;

namespace TvmEmulator.UnitTests.Tls;

/// <summary>The options of https and host mode, and the command <c>ca</c>.</summary>
public sealed class TlsCommandLineTests : IDisposable
{
    private readonly CommandRun _run = new() { Time = new FakeTime() };

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("", false)]
    [InlineData("--tls", true)]
    [InlineData("--tls --port 81", true)]
    [InlineData("--tls on", true)]
    [InlineData("--tls=off", false)]
    [InlineData("--host-mode", true)]
    [InlineData("--host-mode off", false)]
    [InlineData("--host-mode --tls off", false)]
    [InlineData("--tls-cert cert.pem", true)]
    [InlineData("--tls-dir certificates", false)]
    public async Task Serve_Switches_SayWhetherHttpsIsServed(string line, bool serves)
    {
        (await _run.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(7);

        _run.Served!.ServesTls.ShouldBe(serves);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Serve_BooleanOfTheSettingsFile_IsASwitch(string json, bool serves)
    {
        await _run.WithFile($$"""{ "tls": {{json}} }""").RunAsync();

        _run.Served!.ServesTls.ShouldBe(serves);
    }

    [Fact]
    public async Task Serve_RelativeFiles_AreOfTheWorkingDirectory()
    {
        await _run.RunAsync("--tls-dir", "certificates", "--tls-cert", "cert.pem", "--tls-key", "key.pem");

        var tls = _run.Served!.Tls;
        tls.Dir.ShouldBe(Path.Combine(_run.WorkingDirectory, "certificates"));
        tls.CertFile.ShouldBe(Path.Combine(_run.WorkingDirectory, "cert.pem"));
        tls.KeyFile.ShouldBe(Path.Combine(_run.WorkingDirectory, "key.pem"));
    }

    [Fact]
    public async Task Serve_Lists_AreTakenApart()
    {
        await _run.RunAsync("--tls-hosts", "tvm, *.blob.core.windows.net,10.0.0.7,::2", "--trusted-proxies", "10.0.0.0/8, 192.168.1.5,2001:db8::/32");

        _run.Served!.Tls.Hosts.ShouldBe(["tvm", "*.blob.core.windows.net", "10.0.0.7", "::2"]);
        _run.Served.TrustedProxies.ShouldBe([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("192.168.1.5/32"), IPNetwork.Parse("2001:db8::/32")]);
    }

    [Theory]
    [InlineData("--tls 8443", "--tls 8443: on or off is needed")]
    [InlineData("--host-mode yes", "--host-mode yes: on or off is needed")]
    [InlineData("--tls --prot=1", "unknown option --prot, nearest is --port")]
    [InlineData("--tls-port 65536", "--tls-port 65536: a whole number from 0 to 65535 is needed")]
    [InlineData("--tls-dir", "--tls-dir: the name of a folder is needed")]
    [InlineData("--tls-cert", "--tls-cert: the name of a file is needed")]
    [InlineData("--tls-key=", "--tls-key: the name of a file is needed")]
    [InlineData("--tls-hosts a,,b", "--tls-hosts a,,b: a list of host names or IP addresses is needed")]
    [InlineData("--tls-hosts https://a", "--tls-hosts https://a: a list of host names or IP addresses is needed")]
    [InlineData("--tls-hosts a.*.b", "--tls-hosts a.*.b: a list of host names or IP addresses is needed")]
    [InlineData("--tls-hosts *.10.0.0.7", "--tls-hosts *.10.0.0.7: a list of host names or IP addresses is needed")]
    [InlineData("--tls-hosts ü.example", "--tls-hosts ü.example: a list of host names or IP addresses is needed")]
    [InlineData("--trusted-proxies 10.0.0.0/33", "--trusted-proxies 10.0.0.0/33: a list of networks such as 10.0.0.0/8,::1 is needed")]
    [InlineData("--trusted-proxies *", "--trusted-proxies *: a list of networks such as 10.0.0.0/8,::1 is needed")]
    [InlineData("--trusted-proxies", "--trusted-proxies: a list of networks such as 10.0.0.0/8,::1 is needed")]
    [InlineData("ca", "ca: --tls-dir DIR is needed; without it every start makes a CA of its own")]
    [InlineData("ca --tls-dir d --port 1", "--port: not an option of ca")]
    [InlineData("ca now", "unknown word now after ca")]
    public async Task Run_WrongCommandLine_IsOneLineAndExitCode2(string line, string error)
    {
        (await _run.RunAsync(line.Split(' '))).ShouldBe(2);

        _run.ErrorLines.ShouldBe(["tvm-emulator: " + error]);
        _run.Out.ShouldBeEmpty();
        _run.Served.ShouldBeNull();
    }

    [Fact]
    public async Task Ca_NewFolder_PrintsTheCertificateThatIsKeptThere()
    {
        (await _run.RunAsync("ca", "--tls-dir", "certificates")).ShouldBe(0);

        _run.Out.ShouldStartWith("-----BEGIN CERTIFICATE-----\n");
        _run.Out.ShouldBe(await File.ReadAllTextAsync(Path.Combine(_run.WorkingDirectory, "certificates", "ca.pem")));
        _run.ErrorLines.ShouldBeEmpty();
        _run.Served.ShouldBeNull();
    }

    [Fact]
    public async Task Ca_FolderOfTheEnvironment_IsTaken()
    {
        (await _run.WithVariable("TVM_TLS_DIR", "certificates").RunAsync("ca")).ShouldBe(0);

        File.Exists(Path.Combine(_run.WorkingDirectory, "certificates", "ca-key.pem")).ShouldBeTrue();
    }

    [Fact]
    public async Task Ca_FolderThatCannotBeUsed_IsOneLineAndExitCode2()
    {
        await File.WriteAllTextAsync(Path.Combine(_run.WorkingDirectory, "file"), "");

        (await _run.RunAsync("ca", "--tls-dir", "file")).ShouldBe(2);

        _run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith($"tvm-emulator: --tls-dir {Path.Combine(_run.WorkingDirectory, "file")}: ");
        _run.Out.ShouldBeEmpty();
    }
}

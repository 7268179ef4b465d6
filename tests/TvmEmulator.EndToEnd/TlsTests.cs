using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Https, as clients that trust the emulator's CA see it.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task Serve_Tls_SaysBothUrls()
    {
        await using var emulator = await ServeAsync("--tls");

        (await emulator.StopAsync()).Out.ShouldHaveSingleItem().ShouldEndWith(
            $" listens on http://127.0.0.1:{emulator.Url.Port} and https://localhost:{emulator.TlsUrl!.Port} (3 devices, seed 1)");
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Get_EitherHttpVersion_IsAnsweredWithLinksToTheSamePort(string version)
    {
        await using var emulator = await ServeAsync("--tls");
        using var client = TlsClient.Of(emulator, await TlsClient.AuthorityOfAsync(emulator));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.TlsUrl!, "/api"))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await client.SendAsync(request);

        response.Version.ShouldBe(request.Version);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith($"{{\"@odata.context\":\"{emulator.TlsUrl}api/$metadata\"");
    }

    [Fact]
    public async Task Get_ClientThatTrustsAnotherAuthority_IsRefusedAndNothingIsLogged()
    {
        var other = string.Concat((await EmulatorProcess.RunAsync(_folders, $"ca --tls-dir {_folders.New("other")}")).Out.Select(line => line + "\n"));
        await using var emulator = await ServeAsync("--tls");
        using var client = TlsClient.Of(emulator, other);

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(emulator.TlsUrl));

        (await emulator.StopAsync()).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_PlainHttpOnTheTlsPort_IsCutOffAndNothingIsLogged()
    {
        await using var emulator = await ServeAsync("--tls");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://127.0.0.1:{emulator.TlsUrl!.Port}/api")));

        (await emulator.StopAsync()).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Restart_TlsDir_ClientsGoOnTrusting()
    {
        var folder = _folders.New("certificates");
        var printed = (await EmulatorProcess.RunAsync(_folders, $"ca --tls-dir {folder}")).Out;
        var pem = string.Concat(printed.Select(line => line + "\n"));

        foreach (var options in new[] { "--tls", "--tls --tls-hosts tvm.example" })
        {
            await using var emulator = await ServeAsync($"{options} --tls-dir {folder}");
            using var client = TlsClient.Of(emulator, pem);

            (await client.GetStringAsync(new Uri(emulator.TlsUrl!, "/_emulator/ca.pem"))).ShouldBe(pem);
        }
    }

    [Fact]
    public async Task CaPem_TlsOff_Is404ThatSaysWhatToDo()
    {
        await using var emulator = await ServeAsync("");

        using var response = await emulator.Client.GetAsync("/_emulator/ca.pem");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"message\": \"there is no CA because https is off; start with --tls\"");
    }

    [Fact]
    public async Task Serve_CertificateOfOnesOwn_IsShown()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=tvm.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("tvm.example");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var file = _folders.New("tvm.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12));

        await using var emulator = await ServeAsync($"--tls-cert {file}");
        using var client = TlsClient.Of(emulator, certificate.ExportCertificatePem());
        using var authority = await client.GetAsync("https://tvm.example/_emulator/ca.pem");

        (await authority.Content.ReadAsStringAsync()).ShouldContain("\"message\": \"the certificate comes from --tls-cert; trust whoever has issued it\"");
    }

    [Theory]
    [InlineData("--tls-cert none.pem", "/none.pem: cannot be read: ")]
    [InlineData("--tls --tls-key none.pem", "/none.pem: a key needs its certificate; give it with --tls-cert FILE")]
    [InlineData("--tls --tls-dir /dev/null", "--tls-dir /dev/null: the CA can be neither read nor written there: ")]
    public async Task Serve_WrongFile_IsOneLineAndExitCode2(string options, string named)
    {
        var end = await EmulatorProcess.RunAsync(_folders, $"--devices 3 --port 0 --tls-port 0 {options}");

        end.ExitCode.ShouldBe(2);
        end.Out.ShouldBeEmpty();
        end.Error.ShouldHaveSingleItem().ShouldContain(named, Case.Sensitive);
    }

    [Fact]
    public async Task Serve_BusyTlsPort_IsOneLineAndExitCode2()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var end = await EmulatorProcess.RunAsync(_folders, $"--devices 3 --port 0 --tls --tls-port {port}");

        end.ExitCode.ShouldBe(2);
        end.Error.ShouldBe([$"tvm-emulator: --tls-port {port}: something else listens there on 127.0.0.1; choose another port, or 0 for any"]);
    }

    [Fact]
    public async Task Curl_TheCaAndAPortForEveryName_FollowsNextLinksAsTheyAre()
    {
        await using var emulator = await ServeAsync("--host-mode");
        var authority = _folders.New("ca.pem");
        await File.WriteAllTextAsync(authority, await TlsClient.AuthorityOfAsync(emulator));
        var curl = $"curl -sS --noproxy '*' --cacert {authority} --connect-to ::127.0.0.1:{emulator.TlsUrl!.Port} -H 'Authorization: Bearer any'";

        var printed = await BashAsync($$"""
            next=$({{curl}} 'https://api.security.microsoft.com/api/machines/SoftwareInventoryByMachine?pageSize=1' | grep -o 'https://[^"]*skiptoken[^"]*')
            {{curl}} -o /dev/null -w '%{http_version} %{response_code} %{url}' "$next"
            """);

        printed.ShouldStartWith("2 200 https://api.security.microsoft.com/api/machines/SoftwareInventoryByMachine?pagesize=1&$skiptoken=");
    }

    [Theory]
    [InlineData("--trusted-proxies 127.0.0.0/8,::1", "https://tvm.example:8443")]
    [InlineData("--trusted-proxies 192.0.2.0/24", "http://127.0.0.1:{0}")]
    [InlineData("", "http://127.0.0.1:{0}")]
    public async Task Get_ForwardedHeaders_CountWhenTheProxyIsTrusted(string options, string expected)
    {
        await using var emulator = await ServeAsync(options);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "tvm.example");
        request.Headers.Add("X-Forwarded-Port", "8443");

        using var response = await emulator.Client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"@odata.context\":\"{string.Format(null, expected, emulator.Url.Port)}/api/$metadata\"");
    }

    private Task<EmulatorProcess> ServeAsync(string options) => EmulatorProcess.ServeAsync(_folders, $"--devices 3 --tls-port 0 {options}");

    private static async Task<string> BashAsync(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var printed = await bash.StandardOutput.ReadToEndAsync(limit.Token);
        await bash.WaitForExitAsync(limit.Token);
        return printed;
    }
}

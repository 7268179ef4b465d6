using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Host mode, as clients see it that know the service by its own names and find the emulator there.</summary>
public sealed class HostModeTests : IAsyncLifetime, IDisposable
{
    private readonly EmulatorFolders _folders = new();
    private EmulatorProcess _emulator = null!;
    private HttpClient _client = null!;
    private HttpClient _clientWithoutToken = null!;

    public async Task InitializeAsync()
    {
        _emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3 --tls-port 0 --host-mode");
        var authority = await TlsClient.AuthorityOfAsync(_emulator);
        _clientWithoutToken = TlsClient.Of(_emulator, authority);
        _client = TlsClient.Of(_emulator, authority);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        _clientWithoutToken.Dispose();
        await _emulator.DisposeAsync();
    }

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData("https://us.api.security.microsoft.com")]
    [InlineData("https://api.securitycenter.windows.com")]
    public async Task Pages_FromAHostOfTheApi_GoOnThere(string api)
    {
        var first = await GetJsonAsync($"{api}/api/machines/SoftwareInventoryByMachine?pageSize=1");
        var next = first.GetProperty("@odata.nextLink").GetString()!;
        var second = await GetJsonAsync(next);

        next.ShouldStartWith($"{api}/api/machines/SoftwareInventoryByMachine?pagesize=1&$skiptoken=");
        second.GetProperty("@odata.context").GetString().ShouldStartWith($"{api}/api/$metadata#");
        second.GetProperty("value").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Export_Links_OpenOnTheHostOfTheAccount()
    {
        var files = await FilesAsync();

        foreach (var file in files)
        {
            file.ShouldStartWith("https://tvmexportstrstgeus.blob.core.windows.net/tvm-export/2026-06-30/0200/");
            ExportDownload.Unpack(await _clientWithoutToken.GetStreamAsync(file)).ShouldStartWith("{\"DeviceId\":");
        }
    }

    [Fact]
    public async Task Export_AzureSdk_ReadsTheSameBytes()
    {
        var file = (await FilesAsync())[0];
        var blob = new BlobClient(new Uri(file), new BlobClientOptions { Transport = new HttpClientTransport(_clientWithoutToken) });

        var content = await blob.DownloadContentAsync();

        blob.AccountName.ShouldBe("tvmexportstrstgeus");
        content.Value.Content.ToArray().ShouldBe(await _clientWithoutToken.GetByteArrayAsync(file));
    }

    [Fact]
    public async Task Token_FromTheLoginHost_OpensTheApi()
    {
        await using var strict = await EmulatorProcess.ServeAsync(_folders, "--devices 3 --tls-port 0 --host-mode --auth strict");
        using var client = TlsClient.Of(strict, await TlsClient.AuthorityOfAsync(strict));
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", "nightly-sync"),
            new("client_secret", "secret"),
            new("scope", "https://api.securitycenter.microsoft.com/.default"),
        ]);

        var configuration = JsonElement.Parse(await client.GetByteArrayAsync("https://login.microsoftonline.com/default/v2.0/.well-known/openid-configuration"));
        using var answer = await client.PostAsync(configuration.GetProperty("token_endpoint").GetString(), form);
        var token = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync()).GetProperty("access_token").GetString();
        using var call = new HttpRequestMessage(HttpMethod.Get, "https://api.securitycenter.microsoft.com/api/machines/SoftwareInventoryByMachine?pageSize=1")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        using var page = await client.SendAsync(call);

        configuration.GetProperty("issuer").GetString().ShouldStartWith("https://login.microsoftonline.com/");
        answer.RequestMessage!.RequestUri!.AbsoluteUri.ShouldBe("https://login.microsoftonline.com/default/oauth2/v2.0/token");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Localhost_HasEverythingAndLinksToTheServicesHosts()
    {
        var export = await GetJsonAsync($"{_emulator.TlsUrl}api/machines/SoftwareInventoryExport");
        var link = new Uri(export.GetProperty("exportFiles")[0].GetString()!);

        export.GetProperty("@odata.context").GetString().ShouldStartWith("https://api.securitycenter.microsoft.com/api/$metadata#");
        (await _clientWithoutToken.GetAsync(new Uri(_emulator.TlsUrl!, "/tvmexportstrstgeus" + link.PathAndQuery))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _emulator.Client.GetAsync("/_emulator/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/api", "login.microsoftonline.com answers the login service; this route is one of the API")]
    [InlineData("https://api.security.microsoft.com/default/oauth2/v2.0/token", "api.security.microsoft.com answers the API; this route is one of the login service")]
    [InlineData("https://api.security.microsoft.com/tvmexportstrstgeus/tvm-export/a", "api.security.microsoft.com answers the API; this route is one of a storage account")]
    public async Task OtherPart_OnTheWrongHost_Is404ThatSaysWhy(string url, string reason)
    {
        using var response = await _client.GetAsync(url);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("x-tvm-emulator-hint").ShouldBe([reason]);
    }

    [Fact]
    public async Task AnotherAccount_IsAnsweredByStorage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tvm-export/a") { Headers = { Host = "other.blob.core.windows.net" } };
        using var response = await _emulator.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<Code>ResourceNotFound</Code>");
    }

    [Fact]
    public async Task Healthcheck_FindsItReady() => (await EmulatorProcess.RunAsync(_folders, "healthcheck")).ExitCode.ShouldBe(0);

    private async Task<JsonElement> GetJsonAsync(string url) => JsonElement.Parse(await _client.GetByteArrayAsync(url));

    private async Task<IReadOnlyList<string>> FilesAsync()
    {
        var export = await GetJsonAsync("https://api.securitycenter.microsoft.com/api/machines/SoftwareInventoryExport");
        var files = export.GetProperty("exportFiles").EnumerateArray().Select(link => link.GetString()!).ToList();
        files.ShouldNotBeEmpty();
        return files;
    }
}

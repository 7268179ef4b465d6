using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.ContractTests.Hosting;

/// <summary>An emulator that listens on a free port, and a client that sends a Bearer token, follows no redirects and unpacks nothing.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    /// <summary>What links begin with, so that bodies do not depend on the port.</summary>
    public const string PublicUrl = "http://tvm.example";

    private readonly TvmEmulatorServer _server;
    private readonly TimeProvider _time;

    private RunningServer(TvmEmulatorServer server, TimeProvider time)
    {
        _server = server;
        _time = time;
        Client = NewClient(server.Url);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => _server.Url;

    /// <summary>What it has mapped.</summary>
    internal IReadOnlyList<Endpoint> Routes => _server.Routes;

    /// <summary>The wall clock of its worlds, where it is one that stands still.</summary>
    internal FixedTime Time => (FixedTime)_time;

    /// <summary>Its worlds.</summary>
    internal WorldRegistry Worlds => _server.Worlds;

    /// <summary>Sends a Bearer token with every request.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">What it serves; port and public URL are set here.</param>
    /// <param name="now">What its clock says; <see cref="FixedTime.RequestTime"/> when null.</param>
    /// <param name="logging">Where its log goes.</param>
    /// <param name="time">Its clock, in place of one that stands still.</param>
    public static async Task<RunningServer> StartAsync(
        EmulatorOptions options, DateTimeOffset? now = null, Action<ILoggingBuilder>? logging = null, TimeProvider? time = null)
    {
        time ??= new FixedTime(now ?? FixedTime.RequestTime);
        var server = new TvmEmulatorServer(options with { Port = 0, PublicUrl = new Uri(PublicUrl) }, time, logging);
        await server.StartAsync();
        return new RunningServer(server, time);
    }

    /// <summary>The same place on this server, whatever host a link names.</summary>
    public Uri Here(string link) => new(Url.GetLeftPart(UriPartial.Authority) + link[link.IndexOf('/', "http://".Length)..]);

    /// <summary>A client for links that carry their own signature.</summary>
    public HttpClient NewClientWithoutToken() => NewClient(Url);

    /// <summary>The links of a new export, in the order of the files.</summary>
    public async Task<IReadOnlyList<Uri>> LinksAsync(string route = "/api/machines/SoftwareInventoryExport")
    {
        var export = JsonElement.Parse(await Client.GetByteArrayAsync(route));
        return [.. export.GetProperty("exportFiles").EnumerateArray().Select(link => Here(link.GetString()!))];
    }

    /// <summary>The unpacked text of every export file, in the order of the files.</summary>
    public async Task<IReadOnlyList<string>> PartFilesAsync(string route = "/api/machines/SoftwareInventoryExport")
    {
        using var client = NewClientWithoutToken();
        var files = new List<string>();
        foreach (var link in await LinksAsync(route))
            files.Add(Gzip.Text(await client.GetByteArrayAsync(link)));
        return files;
    }

    /// <summary>Sends a call of the control API, without a token; answers the whole response as text.</summary>
    /// <param name="method">The method.</param>
    /// <param name="call">Path below <c>/_emulator/</c>, and query.</param>
    /// <param name="json">The body; none when empty.</param>
    public async Task<string> ControlAsync(string method, string call, string json = "")
    {
        using var client = NewClientWithoutToken();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/_emulator/{call}");
        // A body that is too large is refused before it is sent.
        request.Headers.ExpectContinue = json.Length > 0;
        if (json.Length > 0)
            request.Content = new StringContent(json);
        using var response = await client.SendAsync(request);
        return await ResponseText.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }

    private static HttpClient NewClient(Uri url) => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = url };
}

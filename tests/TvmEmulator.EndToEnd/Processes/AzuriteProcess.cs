using System.Diagnostics;
using Azure.Storage.Blobs;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>Azurite, Microsoft's emulator of Azure Storage, with a folder of its own.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // Azurite's own, published in its documentation.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tvm-emulator-azurite-");
    private readonly List<string> _accessLog = [];
    private Process? _process;
    private Task<string> _rest = Task.FromResult("");

    private AzuriteProcess()
    {
    }

    /// <summary>Its blob endpoint.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What the emulator is started with.</summary>
    public string ConnectionString => ConnectionStringWith(Key);

    /// <summary>The container of the export files.</summary>
    public BlobContainerClient Container => new(ConnectionString, "tvm-export");

    /// <summary>A connection string with another key.</summary>
    public string ConnectionStringWith(string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};BlobEndpoint={Url.GetLeftPart(UriPartial.Authority)}/{Account};";

    /// <summary>Name and ETag of every blob of an export: equal texts are blobs that nobody has written since.</summary>
    public async Task<IReadOnlyList<string>> TaggedBlobsAsync(string folder = "")
    {
        var blobs = new List<string>();
        await foreach (var blob in Container.GetBlobsAsync(prefix: folder))
            blobs.Add($"{blob.Name} {blob.Properties.ETag}");
        return blobs;
    }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<AzuriteProcess> StartAsync()
    {
        var azurite = new AzuriteProcess();
        await azurite.StartAgainAsync();
        return azurite;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, on the same port and with what it had.</summary>
    public async Task StartAgainAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "node",
            [Drivers.Azurite, "--blobHost", "127.0.0.1", "--blobPort", $"{Url.Port}", "--location", _folder.FullName, "--disableTelemetry", "--skipApiVersionCheck"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        using var limit = new CancellationTokenSource(Patience);
        string? line;
        do
            line = await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("Azurite ended before it listened.");
        while (!line.Contains("successfully listens", StringComparison.Ordinal));
        Url = new Uri(line.Split(' ')[^1]);
        _rest = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>SIGTERM, and the end; what was uploaded stays in its folder.</summary>
    /// <returns>The requests that it has answered, such as <c>PUT /devstoreaccount1/tvm-export/... 201</c>.</returns>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await SignalAsync("-TERM");
        using var limit = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(limit.Token);
        _accessLog.AddRange((await _rest).Split('\n').Where(line => line.Contains("HTTP/1.1", StringComparison.Ordinal)));
        return _accessLog;
    }

    /// <summary>From now on it takes connections and does not answer.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    /// <summary>Ends <see cref="FreezeAsync"/>.</summary>
    public Task ThawAsync() => SignalAsync("-CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process!.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString()]);
        await kill.WaitForExitAsync();
    }
}

using System.Text.Json;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>An emulator in host mode, on port 443 of a private network that leads the service's names to it; one for all tests of a class.</summary>
public sealed class SharedHostMode : IAsyncLifetime, IDisposable
{
    /// <summary>The login service as clients name it.</summary>
    internal const string Login = "https://login.microsoftonline.com";

    /// <summary>The API as clients name it.</summary>
    internal const string Api = "https://api.securitycenter.microsoft.com";

    private readonly EmulatorFolders _folders = new();
    private PrivateNetwork? _network;
    private EmulatorProcess? _emulator;

    /// <summary>What keeps it from running here; null when nothing does.</summary>
    internal static string? Missing => Drivers.Missing ?? PrivateNetwork.Missing;

    /// <summary>Why tests that need it are skipped; null when they run, as they always do in continuous integration.</summary>
    internal static string? SkipReason { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    /// <summary>Where it is.</summary>
    internal PrivateNetwork Network => _network ?? throw new InvalidOperationException(Missing);

    /// <summary>The file with its CA.</summary>
    internal string Authority => Path.Combine(_folders.New("tls"), "ca.pem");

    /// <summary>The rows of its inventory, as it says itself.</summary>
    internal async Task<int> RowsAsync()
    {
        var emulator = JsonElement.Parse(await Drivers.RunAsync(Network.Command("curl", "-sSf", "--cacert", Authority, $"{Api}/_emulator")));
        return emulator.GetProperty("inventoryRows").GetInt32();
    }

    // In continuous integration the tests run whatever is missing, and fail by the reason above.
    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;

        _network = await PrivateNetwork.StartAsync(_folders, new Uri(Login).Host, new Uri(Api).Host);
        _emulator = await EmulatorProcess.ServeAsync(_folders, _network, $"--devices 20 --host-mode --tls-port 443 --tls-dir {_folders.New("tls")}");
    }

    public async Task DisposeAsync()
    {
        await (_emulator?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_network?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    public void Dispose() => _folders.Dispose();
}

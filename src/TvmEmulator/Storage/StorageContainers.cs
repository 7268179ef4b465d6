using TvmEmulator.Assessments;
using TvmEmulator.Blobs;

namespace TvmEmulator.Storage;

/// <summary>The containers of the export files in a storage account outside; they have the names of the embedded ones.</summary>
internal sealed class StorageContainers : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Dictionary<string, StorageContainer> _byName;

    /// <param name="account">Where they are.</param>
    /// <param name="time">The wall clock: the account goes by no other.</param>
    public StorageContainers(StorageConnection account, TimeProvider time)
    {
        Account = account;
        string[] names = [StorageAccount.Container, StorageAccount.FirmwareContainer];
        _byName = names.ToDictionary(name => name, name => new StorageContainer(account, name, _http, time), StringComparer.Ordinal);
    }

    /// <summary>Where they are.</summary>
    public StorageConnection Account { get; }

    /// <summary>The one that holds the files of an assessment.</summary>
    public StorageContainer Of(Assessment assessment) => _byName[assessment.Container];

    /// <summary>Makes those that are missing, and so finds out whether the account can be used.</summary>
    /// <exception cref="StorageUnavailableException">It cannot.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        foreach (var container in _byName.Values)
            await container.OpenAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}

using Azure.Storage.Blobs;

namespace TvmEmulator.Storage;

/// <summary>A storage account outside the emulator, as a connection string names it. Its text never shows the key.</summary>
public sealed class StorageConnection
{
    private readonly string _connectionString;

    private StorageConnection(string connectionString, Uri endpoint)
    {
        _connectionString = connectionString;
        Endpoint = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>The blob endpoint, which links begin with; without a slash at the end.</summary>
    public string Endpoint { get; }

    /// <summary>Reads a connection string; null when it is none, or has no account key: links are signed with it.</summary>
    public static StorageConnection? TryParse(string connectionString)
    {
        try
        {
            var account = new BlobServiceClient(connectionString);
            return account.CanGenerateAccountSasUri ? new StorageConnection(connectionString, account.Uri) : null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Endpoint;

    /// <summary>A client of one of its containers.</summary>
    internal BlobContainerClient Container(string name, BlobClientOptions options) => new(_connectionString, name, options);
}

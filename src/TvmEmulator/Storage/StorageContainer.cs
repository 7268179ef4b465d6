using System.Xml;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using TvmEmulator.Blobs;

namespace TvmEmulator.Storage;

/// <summary>A container of export files in a storage account outside. Whatever goes wrong there is a <see cref="StorageUnavailableException"/>.</summary>
internal sealed class StorageContainer : IExportTarget
{
    private const string KeyName = "tvmcontent";

    // Retries bridge three seconds, in which an account that is started together with the emulator comes up.
    private const int Retries = 3;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(400);

    // What one request may take. Files go up in blocks, so that this is enough on a slow line as well.
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(20);
    private const int BlockBytes = 1 << 20;

    // What a question may take with all its retries, even if the account takes connections and never answers.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(8);

    private readonly TimeProvider _time;
    private readonly BlobContainerClient _container;

    /// <param name="account">Where it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="http">What requests go through.</param>
    /// <param name="time">The wall clock: the account goes by no other.</param>
    public StorageContainer(StorageConnection account, string name, HttpClient http, TimeProvider time)
    {
        Account = account;
        _time = time;
        _container = account.Container(name, new BlobClientOptions
        {
            Transport = new HttpClientTransport(http),
            Retry = { Mode = RetryMode.Exponential, MaxRetries = Retries, Delay = RetryDelay, NetworkTimeout = RequestLimit },
            Diagnostics = { IsTelemetryEnabled = false, IsDistributedTracingEnabled = false },
        });
    }

    /// <summary>Where it is.</summary>
    public StorageConnection Account { get; }

    /// <summary>Makes the container if it is missing, and so finds out whether the account can be used.</summary>
    public Task OpenAsync(CancellationToken cancellation) =>
        AskAsync(limit => _container.CreateIfNotExistsAsync(cancellationToken: limit), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, KeptFile>> FindAsync(NamedFiles files, CancellationToken cancellation) =>
        await AskAsync(limit => ListAsync(files.Folder, limit), cancellation);

    /// <inheritdoc/>
    public async Task WriteAsync(string name, RenderedFile file, CancellationToken cancellation)
    {
        // The blob appears when its last block is committed; without conditions, it replaces what is there.
        var upload = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = BlobHeaders.ContentType, ContentHash = file.Md5 },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [KeyName] = file.ContentKey },
            TransferOptions = new StorageTransferOptions { InitialTransferSize = BlockBytes, MaximumTransferSize = BlockBytes, MaximumConcurrency = 1 },
        };
        await TranslateAsync(() => _container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(file.Content), upload, cancellation), cancellation);
    }

    /// <summary>A link that lets its holder read a file, for a time.</summary>
    public string LinkTo(string name, DateTimeOffset start, DateTimeOffset expires)
    {
        var sas = new BlobSasBuilder(BlobSasPermissions.Read, expires)
        {
            BlobContainerName = _container.Name,
            BlobName = name,
            Resource = "b",
            StartsOn = start,
        };
        // Documented links have a bare '=' in the path; the SDK escapes it.
        return $"{Account}/{_container.Name}/{name}{_container.GetBlobClient(name).GenerateSasUri(sas).Query}";
    }

    private async Task<Dictionary<string, KeptFile>> ListAsync(string folder, CancellationToken limit)
    {
        var found = new Dictionary<string, KeptFile>(StringComparer.Ordinal);
        try
        {
            await foreach (var blob in _container.GetBlobsAsync(BlobTraits.Metadata, prefix: folder, cancellationToken: limit))
            {
                var properties = blob.Properties;
                found.Add(blob.Name, new KeptFile(properties.ContentLength ?? 0, properties.ContentHash, blob.Metadata.TryGetValue(KeyName, out var key) ? key : null));
            }
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // It was there at the start: somebody has emptied the account meanwhile.
            await _container.CreateIfNotExistsAsync(cancellationToken: limit);
        }

        return found;
    }

    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        return await TranslateAsync(() => question(either.Token), cancellation);
    }

    private async Task<T> TranslateAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException or OperationCanceledException or IOException or XmlException)
        {
            // The SDK tells of a cancelled call in any of these ways.
            cancellation.ThrowIfCancellationRequested();
            throw new StorageUnavailableException(Account, Describe(fault), fault);
        }
    }

    /// <summary>What is wrong, on one line; the SDK's own messages are pages long.</summary>
    private static string Describe(Exception fault) => fault switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Describe(last),
        RequestFailedException { Status: 0 } => $"cannot be reached: {fault.GetBaseException().Message}",
        RequestFailedException { Status: StatusCodes.Status403Forbidden } refused => $"refuses the key: 403 {refused.ErrorCode}",
        RequestFailedException refused => $"answers {refused.Status} {refused.ErrorCode}",
        OperationCanceledException => "takes too long to answer",
        XmlException => "does not answer as Azure Storage does",
        _ => $"cannot be reached: {fault.Message}",
    };
}

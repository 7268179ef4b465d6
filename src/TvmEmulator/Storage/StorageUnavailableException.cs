namespace TvmEmulator.Storage;

/// <summary>The storage account of <c>--blobs</c> cannot be reached or refuses; trying again may help.</summary>
public sealed class StorageUnavailableException : Exception
{
    internal StorageUnavailableException(StorageConnection account, string reason, Exception? inner = null)
        : base($"--blobs: the storage account {account} {reason}", inner)
    {
    }
}

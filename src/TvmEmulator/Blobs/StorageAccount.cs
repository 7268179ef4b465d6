using System.Security.Cryptography;
using System.Text;
using Azure.Storage;
using TvmEmulator.Worlds;

namespace TvmEmulator.Blobs;

/// <summary>The storage account that holds the export files, with a key that follows from the world's seed.</summary>
internal sealed class StorageAccount(World world)
{
    /// <summary>The account of the documented URLs (contract: get-assessment-software-inventory).</summary>
    public const string Name = "tvmexportstrstgeus";

    /// <summary>The container of the documented URLs.</summary>
    public const string Container = "tvm-export";

    /// <summary>The container of the documented URLs of hardware and firmware (contract: export-firmware-hardware-assessment).</summary>
    public const string FirmwareContainer = "tvm-firmware-export";

    private readonly byte[] _key = world.Derive("storage account key");

    /// <summary>What the Azure SDK signs with.</summary>
    public StorageSharedKeyCredential Credential => new(Name, Convert.ToBase64String(_key));

    /// <summary>The signature of a text, as it stands decoded in <c>sig</c>.</summary>
    public string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}

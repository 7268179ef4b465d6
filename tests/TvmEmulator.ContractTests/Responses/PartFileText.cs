using System.Security.Cryptography;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>
/// Answers about a part file as text. The data is the same on every machine, its compressed form need not be: length and MD5 of the file are
/// compared with the bytes here, and stand in approved files as <c>{length}</c> and <c>{md5}</c>.
/// </summary>
/// <param name="link">The file.</param>
/// <param name="packed">All of it.</param>
internal sealed class PartFileText(Uri link, byte[] packed)
{
    /// <summary>Where it is.</summary>
    public Uri Link => link;

    /// <summary>All of it, compressed.</summary>
    public ReadOnlySpan<byte> Packed => packed;

    /// <summary>Downloads the first file of an emulator.</summary>
    public static async Task<PartFileText> FirstOfAsync(RunningServer server)
    {
        var link = (await server.LinksAsync())[0];
        using var client = server.NewClientWithoutToken();
        return new PartFileText(link, await client.GetByteArrayAsync(link));
    }

    /// <summary>The head of an answer.</summary>
    public string Head(HttpResponseMessage response) => ResponseText.Head(response, "Date")
        .Replace($"Content-Length: {packed.Length}\n", "Content-Length: {length}\n", StringComparison.Ordinal)
        .Replace($"/{packed.Length}\n", "/{length}\n", StringComparison.Ordinal)
#pragma warning disable CA5351 // The storage protocol says MD5.
        .Replace(Convert.ToBase64String(MD5.HashData(packed)), "{md5}", StringComparison.Ordinal);
#pragma warning restore CA5351
}

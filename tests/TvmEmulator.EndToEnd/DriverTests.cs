using System.Security.Cryptography;
using Azure.Storage.Blobs;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Storage clients of three languages get the same bytes from the embedded endpoint and from a storage account.</summary>
public sealed class DriverTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>, IDisposable
{
    private const string Organization = "--devices 200 --seed 11";

    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [DriverTheory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Download_EveryClientFromBothPlaces_HasTheBytesOfGenerate(string edition)
    {
        var options = $"{Organization} --contract {edition}";
        await using var embedded = await EmulatorProcess.ServeAsync(_folders, options);
        await using var outside = await EmulatorProcess.ServeAsync(_folders, $"{options} --blobs {azurite.Process.ConnectionString}");
        var expected = await GeneratedAsync(options, await ExportDownload.LinksAsync(embedded));

        foreach (var emulator in new[] { embedded, outside })
        {
            var links = await ExportDownload.LinksAsync(emulator);
            (await DownloadWithDotNetAsync(links)).ShouldBe(expected);
            (await Drivers.DownloadWithJavaScriptAsync(links)).ShouldBe(expected);
            (await Drivers.DownloadWithPythonAsync(links)).ShouldBe(expected);
        }
    }

    /// <summary>The hashes of what generate writes under the names of the links.</summary>
    private async Task<IReadOnlyList<string>> GeneratedAsync(string options, IReadOnlyList<Uri> links)
    {
        var folder = _folders.New("generated");
        (await EmulatorProcess.RunAsync(_folders, $"generate {options} --output {folder}")).ExitCode.ShouldBe(0);
        return [.. links.Select(link => Hash(File.ReadAllBytes(Path.Combine(folder, BlobName(link)))))];
    }

    private static async Task<IReadOnlyList<string>> DownloadWithDotNetAsync(IReadOnlyList<Uri> links)
    {
        var hashes = new List<string>();
        foreach (var link in links)
            hashes.Add(Hash((await new BlobClient(link).DownloadContentAsync()).Value.Content.ToArray()));
        return hashes;
    }

    private static string BlobName(Uri link) => link.AbsolutePath.Split("/tvm-export/")[1];

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Export files through the client that most people have: Azure.Storage.Blobs.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task BlobClient_EveryLink_DownloadsWholeAndInPieces(string edition)
    {
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, $"--devices 150 --contract {edition}");
        var rows = JsonElement.Parse(await emulator.Client.GetByteArrayAsync("/_emulator")).GetProperty("inventoryRows").GetInt32();
        var lines = new List<string>();

        foreach (var link in await ExportDownload.LinksAsync(emulator))
        {
            var blob = new BlobClient(link);
            var whole = ExportDownload.Unpack((await blob.DownloadContentAsync()).Value.Content.ToStream());
            await using var pieces = await blob.OpenReadAsync(new Azure.Storage.Blobs.Models.BlobOpenReadOptions(allowModifications: false) { BufferSize = 5000 });

            ExportDownload.Unpack(pieces).ShouldBe(whole);
            (await blob.ExistsAsync()).Value.ShouldBeTrue();
            lines.AddRange(whole.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        lines.Count.ShouldBe(rows);
        lines.ShouldAllBe(line => JsonElement.Parse(line, default).ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public async Task Restart_SameCacheDir_ServesTheLinksOfBefore()
    {
        var options = $"--devices 60 --cache-dir {_folders.New("cache")}";
        IReadOnlyList<Uri> links;
        string before;
        await using (var first = await EmulatorProcess.ServeAsync(_folders, options))
        {
            links = await ExportDownload.LinksAsync(first);
            before = await ExportDownload.TextAsync(first, links);
            await first.StopAsync();
        }

        await using var second = await EmulatorProcess.ServeAsync(_folders, options);

        (await ExportDownload.TextAsync(second, links)).ShouldBe(before);
    }

    /// <summary>A file where the folder should be, and a file system that nobody can write to, not even root.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Download_CacheDirThatCannotBeWritten_Is503AndTheRestIsHealthy(bool isFile)
    {
        var cache = isFile ? _folders.New("file") : "/proc/tvm-emulator";
        if (isFile)
            await File.WriteAllTextAsync(cache, "in the way");
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, $"--devices 3 --cache-dir {cache}");
        var links = await ExportDownload.LinksAsync(emulator);

        using (var response = await ExportDownload.GetAsync(emulator, links[0]))
        {
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await response.Content.ReadAsStringAsync()).ShouldContain("<Code>ServerBusy</Code>");
        }

        (await emulator.Client.GetStringAsync("/_emulator/health/ready")).ShouldBe("ready\n");
        JsonElement.Parse(await emulator.Client.GetByteArrayAsync("/api/machines/SoftwareInventoryByMachine?pageSize=2"))
            .GetProperty("value").GetArrayLength().ShouldBe(2);
        var end = await emulator.StopAsync();
        end.ExitCode.ShouldBe(0);
        // The warning at the start, and the one when a file was asked for.
        end.Error.Count.ShouldBe(2);
        end.Error.ShouldAllBe(line => line.Contains(cache));
    }

    [Fact]
    public async Task Download_CacheDirThatBecomesGood_Works()
    {
        var cache = _folders.New("file");
        await File.WriteAllTextAsync(cache, "in the way");
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, $"--devices 3 --cache-dir {cache}");
        var links = await ExportDownload.LinksAsync(emulator);
        using (var refused = await ExportDownload.GetAsync(emulator, links[0]))
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        File.Delete(cache);

        using var response = await ExportDownload.GetAsync(emulator, links[0]);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>An emulator that is killed cannot tidy up; the next one does.</summary>
public sealed class AbandonedFilesTests : IDisposable
{
    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task Start_AfterAKilledEmulator_DeletesItsPartFilesButNotThoseOfALivingOne()
    {
        await using var living = await ServeAndDownloadAsync();
        await using (var killed = await ServeAndDownloadAsync())
            killed.Kill();
        PartFolders().Count.ShouldBe(2);

        await using var next = await ServeAndDownloadAsync();

        PartFolders().Count.ShouldBe(2);
        foreach (var emulator in new[] { living, next })
            (await ExportDownload.TextAsync(emulator, await ExportDownload.LinksAsync(emulator))).ShouldNotBeEmpty();
    }

    private async Task<EmulatorProcess> ServeAndDownloadAsync()
    {
        var emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 3");
        await ExportDownload.TextAsync(emulator, await ExportDownload.LinksAsync(emulator));
        return emulator;
    }

    private List<string> PartFolders() => [.. Directory.EnumerateDirectories(_folders.Temp, "tvm-emulator-files-*")];
}

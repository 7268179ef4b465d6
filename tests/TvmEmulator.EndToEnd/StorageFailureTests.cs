using System.Net;
using System.Text.Json;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>A storage account that goes away, comes back, or is emptied; and crowds. Every test has an Azurite of its own.</summary>
public sealed class StorageFailureTests : IAsyncLifetime, IDisposable
{
    private const string Export = "/api/machines/SoftwareInventoryExport";

    private readonly EmulatorFolders _folders = new();
    private AzuriteProcess? _azurite;

    private AzuriteProcess Azurite => _azurite ?? throw new InvalidOperationException(Drivers.Missing);

    public async Task InitializeAsync() => _azurite = Drivers.Missing is null ? await AzuriteProcess.StartAsync() : null;

    public async Task DisposeAsync() => await (_azurite?.DisposeAsync() ?? ValueTask.CompletedTask);

    public void Dispose() => _folders.Dispose();

    [DriverFact]
    public async Task Export_TenFirstCallersAtOnce_UploadEveryFileOnce()
    {
        await using var emulator = await ServeAsync("--devices 300");

        var links = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ExportDownload.LinksAsync(emulator)));

        var uploads = (await Azurite.StopAsync()).Where(line => line.Contains("PUT ", StringComparison.Ordinal) && line.Contains("/part-", StringComparison.Ordinal));
        uploads.Count().ShouldBe(links[0].Count);
    }

    [DriverFact]
    public async Task Export_StorageAway_Is503AndTheRestIsHealthyUntilItIsBack()
    {
        await using var emulator = await ServeAsync("--devices 20");
        var before = await ExportDownload.TextAsync(await ExportDownload.LinksAsync(emulator));
        await Azurite.StopAsync();

        using (var refused = await emulator.Client.GetAsync(Export))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.GetValues("x-tvm-emulator-hint").ShouldHaveSingleItem().ShouldContain("cannot be reached");
            JsonElement.Parse(await refused.Content.ReadAsByteArrayAsync()).GetProperty("error").GetProperty("code").GetString().ShouldBe("ServiceUnavailable");
        }

        (await emulator.Client.GetStringAsync("/_emulator/health/ready")).ShouldBe("ready\n");
        (await emulator.Client.GetStringAsync("/api/machines/SoftwareInventoryByMachine?pageSize=1")).ShouldContain("deviceId");

        await Azurite.StartAgainAsync();
        (await ExportDownload.TextAsync(await ExportDownload.LinksAsync(emulator))).ShouldBe(before);
    }

    [DriverFact]
    public async Task Export_StorageNeverAnswers_Is503()
    {
        await using var emulator = await ServeAsync("--devices 20");
        await Azurite.FreezeAsync();

        using var refused = await emulator.Client.GetAsync(Export);

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.GetValues("x-tvm-emulator-hint").ShouldHaveSingleItem().ShouldContain("takes too long to answer");
    }

    [DriverFact]
    public async Task Export_StorageEndsInTheMiddleOfAnUpload_IsCompletedByASecondStartWithoutWritingAFileTwice()
    {
        const string Organization = "--devices 12000";
        await using (var first = await ServeAsync(Organization))
        {
            var interrupted = first.Client.GetAsync(Export);
            await first.ErrorLineAsync();
            await Azurite.StopAsync();
            (await interrupted).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        await Azurite.StartAgainAsync();
        var early = await Azurite.TaggedBlobsAsync();
        await using var second = await ServeAsync(Organization);

        var links = await ExportDownload.LinksAsync(second);

        early.Count.ShouldBeInRange(1, links.Count - 1);
        var late = await Azurite.TaggedBlobsAsync();
        late.Count.ShouldBe(links.Count);
        early.Except(late, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [DriverFact]
    public async Task Export_FirstCallerGivesUp_IsUploadedNevertheless()
    {
        await using var emulator = await ServeAsync("--devices 12000");
        using var patience = new CancellationTokenSource();
        var impatient = emulator.Client.GetAsync(Export, patience.Token);
        await emulator.ErrorLineAsync();
        await Azurite.FreezeAsync();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);

        // Nobody asks any more, and it goes on.
        await Azurite.ThawAsync();
        await emulator.ErrorLineAsync("100 % uploaded");
        var uploaded = await Azurite.TaggedBlobsAsync();

        var links = await ExportDownload.LinksAsync(emulator);

        uploaded.Count.ShouldBe(links.Count);
        (await Azurite.TaggedBlobsAsync()).ShouldBe(uploaded);
    }

    [DriverFact]
    public async Task Export_ContainerIsDeletedMeanwhile_IsUploadedAgain()
    {
        await using var emulator = await ServeAsync("--devices 20");
        var before = await ExportDownload.TextAsync(await ExportDownload.LinksAsync(emulator));
        await Azurite.Container.DeleteAsync();

        (await ExportDownload.TextAsync(await ExportDownload.LinksAsync(emulator))).ShouldBe(before);
    }

    [DriverFact]
    public async Task Terminate_InTheMiddleOfAnUploadThatHangs_EndsWithinFiveSeconds()
    {
        await using var emulator = await ServeAsync("--devices 12000");
        var export = emulator.Client.GetAsync(Export);
        await emulator.ErrorLineAsync();
        await Azurite.FreezeAsync();

        await emulator.TerminateAsync();
        var end = await emulator.EndAsync(within: TimeSpan.FromSeconds(5));

        end.ExitCode.ShouldBe(0);
        end.Error.ShouldAllBe(line => line.Contains("% uploaded"));
        await Should.ThrowAsync<HttpRequestException>(export);
    }

    /// <summary>Without quotas: exports are asked for more often here than the published ones allow.</summary>
    private Task<EmulatorProcess> ServeAsync(string options) => EmulatorProcess.ServeAsync(_folders, $"{options} --quotas off --blobs {Azurite.ConnectionString}");
}

using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Storage.Blobs;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Export files in a storage account that works.</summary>
public sealed class StorageTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>, IDisposable
{
    private const string Export = "/api/machines/SoftwareInventoryExport";

    private const string NeverActs = "faults of downloads alone: broken; with --blobs, downloads go to the storage account and never meet a fault";

    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [DriverFact]
    public async Task Export_Links_NameTheAccountAndSayWhoseClockCounts()
    {
        await using var emulator = await ServeAsync(21);

        using var answer = await emulator.Client.GetAsync(Export);

        answer.Headers.GetValues("x-tvm-emulator-hint").ShouldHaveSingleItem().ShouldContain("storage account");
        foreach (var link in await ExportDownload.LinksAsync(emulator))
        {
            link.AbsoluteUri.ShouldStartWith($"{azurite.Process.Url.GetLeftPart(UriPartial.Authority)}/devstoreaccount1/tvm-export/2026-06-30/0200/SoftwareInventory/json/OrgId=");
            link.Query.ShouldContain("sp=r&");
        }
    }

    [DriverFact]
    public async Task Export_Firmware_IsInItsOwnContainer()
    {
        await using var emulator = await ServeAsync(30);

        var links = await ExportDownload.LinksAsync(emulator, "/api/machines/HardwareFirmwareInventoryExport");

        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => link.AbsolutePath.StartsWith("/devstoreaccount1/tvm-firmware-export/", StringComparison.Ordinal));
        (await ExportDownload.TextAsync(links)).ShouldContain("\"ComponentType\"");
    }

    [DriverFact]
    public async Task Export_Blobs_HaveTheHeadersOfTheEmbeddedEndpoint()
    {
        await using var emulator = await ServeAsync(22);

        foreach (var link in await ExportDownload.LinksAsync(emulator))
        {
            var blob = (await new BlobClient(link).DownloadContentAsync()).Value;
            blob.Details.ContentType.ShouldBe("application/octet-stream");
            blob.Details.ContentEncoding.ShouldBeNullOrEmpty();
#pragma warning disable CA5351 // Content-MD5 is a checksum of the storage protocol, not a protection.
            blob.Details.ContentHash.ShouldBe(System.Security.Cryptography.MD5.HashData(blob.Content.ToMemory().Span));
#pragma warning restore CA5351
        }
    }

    [DriverFact]
    public async Task Export_ExpiredLinksFault_IsRefusedByTheAccount()
    {
        var scenario = _folders.New("scenario.yaml");
        await File.WriteAllTextAsync(scenario, "faults: [{ id: expired, match: { route: SoftwareInventoryExport }, action: { kind: expired-links } }]");
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, $"{Options(27)} --scenario {scenario}");

        var refused = await Should.ThrowAsync<RequestFailedException>(async () => await new BlobClient((await ExportDownload.LinksAsync(emulator))[0]).DownloadContentAsync());

        refused.Status.ShouldBe(403);
    }

    [DriverFact]
    public async Task Serve_ScenarioWithAFaultOfDownloads_WarnsThatItNeverActs()
    {
        var scenario = _folders.New("scenario.yaml");
        await File.WriteAllTextAsync(scenario, "faults: [{ id: broken, match: { route: Blob }, action: { kind: empty } }, { id: slow, action: { kind: delay, by: PT1S } }]");
        await using var emulator = await EmulatorProcess.ServeAsync(_folders, $"{Options(28)} --scenario {scenario}");

        (await emulator.StopAsync()).Error.ShouldBe([$"tvm-emulator: warning: {NeverActs}"]);
    }

    [DriverTheory]
    [InlineData("faults", "{ id: broken, match: { route: Blob }, action: { kind: empty } }")]
    [InlineData("scenario", "faults: [{ id: broken, match: { route: Blob }, action: { kind: empty } }]")]
    public async Task Control_FaultOfDownloads_IsRefusedBecauseItWouldNeverAct(string call, string body)
    {
        await using var emulator = await ServeAsync(29);

        using var answer = await emulator.Client.PostAsync($"/_emulator/{call}", new StringContent(body));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"\"message\": \"{NeverActs}\"");
    }
    [DriverFact]
    public async Task Export_SecondStart_WritesNothing()
    {
        IReadOnlyList<string> before;
        await using (var first = await ServeAsync(23))
            before = await TaggedBlobsAsync(await ExportDownload.LinksAsync(first));

        await using var second = await ServeAsync(23);

        (await TaggedBlobsAsync(await ExportDownload.LinksAsync(second))).ShouldBe(before);
    }

    [DriverFact]
    public async Task Export_OtherContentUnderAName_IsWrittenAnewAndOnlyThat()
    {
        await using var emulator = await ServeAsync(24);
        var links = await ExportDownload.LinksAsync(emulator);
        var text = await ExportDownload.TextAsync(links);
        var before = await TaggedBlobsAsync(links);
        var damaged = BlobName(links[2]);
        await azurite.Process.Container.GetBlobClient(damaged).UploadAsync(BinaryData.FromString("other content"), overwrite: true);

        (await ExportDownload.TextAsync(await ExportDownload.LinksAsync(emulator))).ShouldBe(text);

        (await TaggedBlobsAsync(links)).Except(before, StringComparer.Ordinal).ShouldHaveSingleItem().ShouldStartWith(damaged);
    }

    [DriverFact]
    public async Task Generate_ThenServe_UploadsNothing()
    {
        var generated = await EmulatorProcess.RunAsync(_folders, $"generate {Options(25)}");
        generated.ExitCode.ShouldBe(0);
        generated.Out.ShouldHaveSingleItem().ShouldContain($"in {azurite.Process.Url.GetLeftPart(UriPartial.Authority)}/devstoreaccount1 (");
        await using var emulator = await ServeAsync(25);

        await ExportDownload.LinksAsync(emulator);

        (await emulator.StopAsync()).Error.ShouldBeEmpty();
    }

    [DriverFact]
    public async Task Export_FirstTime_TellsTheLogHowFarItIs()
    {
        await using var emulator = await ServeAsync(26);

        await ExportDownload.LinksAsync(emulator);

        var lines = (await emulator.StopAsync()).Error;
        lines.Count.ShouldBeInRange(1, 10);
        lines[^1].ShouldContain("100 % uploaded");
    }

    [DriverFact]
    public async Task Serve_WrongKey_IsOneLineWithoutTheKeyAndExitCode1()
    {
        const string WrongKey = "d3Jvbmcga2V5";

        var end = await EmulatorProcess.RunAsync(_folders, $"--port 0 --devices 3 --blobs {azurite.Process.ConnectionStringWith(WrongKey)}");

        ShouldBeUnavailable(end, "refuses the key");
        end.Error[0].ShouldNotContain(WrongKey);
    }

    [Theory]
    [InlineData("--port 0")]
    [InlineData("generate")]
    public async Task Start_NobodyListensAtTheAccount_IsOneLineAndExitCode1(string command)
    {
        // Bound, so that nobody else gets the port, but never listening.
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var end = await EmulatorProcess.RunAsync(
            _folders, $"{command} --devices 3 --blobs AccountName=tvm;AccountKey=c2VjcmV0;BlobEndpoint=http://{closed.LocalEndPoint}/tvm");

        ShouldBeUnavailable(end, $"http://{closed.LocalEndPoint}/tvm cannot be reached");
    }

    [Theory]
    [InlineData("", "AccountName=tvm;AccountKey=secret")]
    [InlineData("generate", "AccountName=tvm;AccountKey=secret")]
    [InlineData("", "BlobEndpoint=http://127.0.0.1/tvm;SharedAccessSignature=sig=secret")]
    public async Task Start_ConnectionStringThatCannotSign_IsOneLineWithoutItAndExitCode2(string command, string connection)
    {
        foreach (var end in new[]
        {
            await EmulatorProcess.RunAsync(_folders, $"{command} --blobs {connection}"),
            await EmulatorProcess.RunAsync(_folders, command, ("TVM_BLOBS", connection)),
        })
        {
            end.ExitCode.ShouldBe(2);
            end.Error.ShouldHaveSingleItem().ShouldContain("BLOBS", Case.Insensitive);
            end.Error[0].ShouldContain("AccountKey is needed");
            end.Error[0].ShouldNotContain("secret");
        }
    }

    private static void ShouldBeUnavailable(ProcessEnd end, string reason)
    {
        end.ExitCode.ShouldBe(1);
        end.Out.ShouldBeEmpty();
        var line = end.Error.ShouldHaveSingleItem();
        line.ShouldStartWith("tvm-emulator: --blobs: ");
        line.ShouldContain(reason);
    }

    private string Options(int seed) => $"--devices 60 --seed {seed} --blobs {azurite.Process.ConnectionString}";

    private Task<EmulatorProcess> ServeAsync(int seed) => EmulatorProcess.ServeAsync(_folders, Options(seed));

    private Task<IReadOnlyList<string>> TaggedBlobsAsync(IReadOnlyList<Uri> links) => azurite.Process.TaggedBlobsAsync(BlobName(links[0]).Split("/part-")[0]);

    private static string BlobName(Uri link) => link.AbsolutePath.Split("/tvm-export/")[1];
}

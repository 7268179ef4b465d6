using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>The same seed gives the same bytes in every process, whatever its surroundings.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly EmulatorFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task Bodies_OtherZoneCultureAndCompilation_AreTheSame()
    {
        const string Options = "--devices 120 --seed 42 --public-url http://tvm.example";
        await using var one = await EmulatorProcess.ServeAsync(
            _folders, Options, ("TZ", "Asia/Kolkata"), ("LANG", "de_DE.UTF-8"), ("DOTNET_TieredCompilation", "0"));
        await using var other = await EmulatorProcess.ServeAsync(
            _folders, Options, ("TZ", "America/St_Johns"), ("LANG", "C"), ("LC_ALL", "tr_TR.UTF-8"), ("DOTNET_TieredPGO", "0"), ("DOTNET_PROCESSOR_COUNT", "1"), ("DOTNET_EnableHWIntrinsic", "0"));

        foreach (var path in (string[])
        [
            "/api/machines/SoftwareInventoryByMachine?pageSize=3000",
            "/api/machines/SoftwareInventoryByMachine?$top=10&$skip=5000",
            "/api/Software/microsoft-_-edge/distributions",
            "/api/Software/openssl-_-openssl/distributions",
        ])
        {
            (await other.Client.GetStringAsync(path)).ShouldBe(await one.Client.GetStringAsync(path));
        }

        var lines = await ExportDownload.TextAsync(one, await ExportDownload.LinksAsync(one));
        lines.Length.ShouldBeGreaterThan(1_000_000);
        (await ExportDownload.TextAsync(other, await ExportDownload.LinksAsync(other)) == lines).ShouldBeTrue();
    }
}

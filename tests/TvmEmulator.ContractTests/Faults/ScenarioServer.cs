using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Faults;

/// <summary>Emulators that begin with one of the files in <c>fixtures/scenarios</c>.</summary>
internal static class ScenarioServer
{
    /// <summary>The first page of a chain of four.</summary>
    public const string Pages = "/api/machines/SoftwareInventoryByMachine?pageSize=1000";

    /// <summary>The links of an export.</summary>
    public const string Export = "/api/machines/SoftwareInventoryExport";

    /// <summary>Where the files are.</summary>
    public static string Folder { get; } = Path.Combine(Approval.Folder, "..", "scenarios");

    /// <summary>Starts an emulator of some 3,700 rows.</summary>
    /// <param name="scenario">Name of the file, without its ending.</param>
    /// <param name="time">Its clock.</param>
    public static Task<RunningServer> StartAsync(string scenario, TimeProvider? time = null) => RunningServer.StartAsync(
        new EmulatorOptions { Devices = 60, ScenarioFile = Path.Combine(Folder, scenario + ".yaml") }, time: time);

    /// <summary>Starts an emulator with a scenario of its own.</summary>
    /// <param name="yaml">The text of the scenario.</param>
    public static async Task<RunningServer> StartWithAsync(string yaml)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, yaml);
            return await RunningServer.StartAsync(new EmulatorOptions { Devices = 60, ScenarioFile = file });
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The path of a page's nextLink; null when it has none.</summary>
    public static string? NextOf(byte[] page) =>
        JsonElement.Parse(page).TryGetProperty("@odata.nextLink", out var link) ? link.GetString()![RunningServer.PublicUrl.Length..] : null;

    /// <summary>How many rows a page has.</summary>
    public static int RowsOf(byte[] page) => JsonElement.Parse(page).GetProperty("value").GetArrayLength();

    /// <summary>The path of the second page.</summary>
    public static async Task<string> SecondPageAsync(this RunningServer server) => NextOf(await server.Client.GetByteArrayAsync(Pages)).ShouldNotBeNull();

    /// <summary>The hint of an answer.</summary>
    public static string HintOf(HttpResponseMessage response) => string.Concat(response.Headers.TryGetValues("x-tvm-emulator-hint", out var values) ? values : []);
}

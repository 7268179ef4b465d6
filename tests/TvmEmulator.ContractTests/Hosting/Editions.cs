using TvmEmulator.Configuration;

namespace TvmEmulator.ContractTests.Hosting;

/// <summary>One emulator for each edition of the contract, shared by the tests of a class. Three devices keep approved files short.</summary>
public class Editions : IAsyncLifetime
{
    private readonly Dictionary<string, RunningServer> _servers = new(StringComparer.Ordinal);

    /// <summary>The emulator of an edition: <c>2021</c> or <c>2026</c>.</summary>
    public RunningServer this[string edition] => _servers[edition];

    /// <summary>Devices of both.</summary>
    protected virtual int Devices => 3;

    /// <summary>What an emulator of an edition is started with.</summary>
    public static EmulatorOptions OptionsOf(string edition, int devices = 3) => new()
    {
        Devices = devices,
        // A class makes more calls than a minute allows, and its clock stands still.
        QuotaFactor = null,
        Contract = edition == "2021" ? ContractEdition.Edition2021 : ContractEdition.Edition2026,
    };

    /// <summary>What both emulators answer; that they answer the same is checked here.</summary>
    public async Task<string> InBothAsync(Func<RunningServer, Task<string>> answer)
    {
        var text = await answer(this["2021"]);
        (await answer(this["2026"])).ShouldBe(text, "the answer of 2026 is another one");
        return text;
    }

    public async Task InitializeAsync()
    {
        foreach (var edition in (string[])["2021", "2026"])
            _servers[edition] = await RunningServer.StartAsync(OptionsOf(edition, Devices));
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
    }

    /// <summary>Enough devices for versions to spread over them.</summary>
    public sealed class OfManyDevices : Editions
    {
        protected override int Devices => 60;
    }
}

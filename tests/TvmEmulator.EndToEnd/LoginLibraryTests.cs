using System.Text.Json;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Microsoft's login libraries on an emulator at <c>https://localhost</c>, whose authority a user has to give them.</summary>
public sealed class LoginLibraryTests : IAsyncLifetime, IDisposable
{
    private readonly EmulatorFolders _folders = new();
    private EmulatorProcess _emulator = null!;

    public async Task InitializeAsync()
    {
        _emulator = await EmulatorProcess.ServeAsync(_folders, "--devices 20 --tls --tls-port 0 --auth strict");
        await File.WriteAllTextAsync(_folders.New("ca.pem"), await TlsClient.AuthorityOfAsync(_emulator));
    }

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData("MSAL.NET")]
    [InlineData("MSAL.NET-certificate")]
    [InlineData("Azure.Identity")]
    public Task Login_DotNetLibrary_OpensTheWholeInventory(string library) => LoginAndCountAsync(library);

    [DriverTheory]
    [InlineData("msal-node")]
    [InlineData("@azure/identity")]
    [InlineData("requests")]
    public Task Login_LibraryOfAnotherLanguage_OpensTheWholeInventory(string library) => LoginAndCountAsync(library);

    private async Task LoginAndCountAsync(string library)
    {
        var url = _emulator.TlsUrl!.GetLeftPart(UriPartial.Authority);

        var rows = await Drivers.CountRowsAsync(library, url, url, _folders.New("ca.pem"));

        var emulator = JsonElement.Parse(await _emulator.Client.GetByteArrayAsync("/_emulator"));
        rows.ShouldBe(emulator.GetProperty("inventoryRows").GetInt32());
    }
}

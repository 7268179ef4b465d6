namespace TvmEmulator.EndToEnd.Processes;

/// <summary>One Azurite for all tests of a class that neither stop it nor empty it; they tell their files apart by the seed.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private AzuriteProcess? _process;

    /// <summary>The running Azurite.</summary>
    internal AzuriteProcess Process => _process ?? throw new InvalidOperationException(Drivers.Missing);

    // In continuous integration the tests run whatever is missing, and fail by the reason above.
    public async Task InitializeAsync() => _process = Drivers.Missing is null ? await AzuriteProcess.StartAsync() : null;

    public async Task DisposeAsync() => await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
}

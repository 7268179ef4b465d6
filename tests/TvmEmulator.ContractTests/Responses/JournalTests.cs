using System.Text.Json;
using System.Text.RegularExpressions;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary><c>GET /_emulator/requests</c>: what a person sees of a client's requests.</summary>
public sealed partial class JournalTests : IAsyncLifetime
{
    private const string Inventory = "/api/machines/SoftwareInventoryByMachine";

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(Editions.OptionsOf("2021"));

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Get_SomeRequests_ListsThemNewestFirst()
    {
        await SendSomeAsync();
        using var response = await _server.Client.GetAsync("/_emulator/requests");

        Duration().Replace(await ResponseText.ReadAsync(response), "\"durationMs\": 0").ShouldBeApproved();
    }

    [Theory]
    [InlineData("", "5 4 3 2 1")]
    [InlineData("?limit=2", "5 4")]
    [InlineData("?status=404", "4")]
    [InlineData("?Path=MACHINES", "3 2 1")]
    [InlineData("?route=SoftwareInventoryByMachine&status=200", "1")]
    [InlineData("?caller=anonymous&path=/nothing", "4")]
    [InlineData("?caller=nobody", "")]
    [InlineData("?tenant=default&limit=1", "5")]
    public async Task Get_Filters_PickRequests(string query, string ids)
    {
        await SendSomeAsync();
        var entries = JsonElement.Parse(await _server.Client.GetByteArrayAsync("/_emulator/requests" + query));

        string.Join(' ', entries.EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64())).ShouldBe(ids);
    }

    [Theory]
    [InlineData("status", "?status=abc")]
    [InlineData("limit", "?limit=0")]
    [InlineData("misspelt", "?stauts=200")]
    [InlineData("twice", "?status=200&status=404")]
    [InlineData("tenant", "?tenant=contoso")]
    public async Task Get_WrongFilter_IsRefused(string variant, string query)
    {
        using var response = await _server.Client.GetAsync("/_emulator/requests" + query);

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(variant);
    }

    /// <summary>Neither the request that the emulator sends to itself at its start nor calls like this one are journalled.</summary>
    [Fact]
    public async Task Get_NothingWasSent_IsEmpty() => (await _server.Client.GetStringAsync("/_emulator/requests")).ShouldBe("[]\n");

    [Fact]
    public async Task Get_JournalThatKeepsTwo_HasTheLastTwo()
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021") with { Journal = 2 });
        for (var i = 0; i < 5; i++)
            (await server.Client.GetAsync("/api")).Dispose();
        var entries = JsonElement.Parse(await server.Client.GetByteArrayAsync("/_emulator/requests"));

        entries.EnumerateArray().Select(entry => entry.GetProperty("id").GetInt64()).ShouldBe([5L, 4]);
    }

    private async Task SendSomeAsync()
    {
        foreach (var path in (string[])[$"{Inventory}?pageSize=1", $"{Inventory}?pageSize=0", "/api/v1.0/machines/SoftwareInventoryExport", "/nothing?sig=secret"])
            (await _server.Client.GetAsync(path)).Dispose();
        using var client = _server.NewClientWithoutToken();
        (await client.GetAsync("/tvmexportstrstgeus/tvm-export/x?sv=2023-01-03&sig=secret")).Dispose();
    }

    [GeneratedRegex("\"durationMs\": [0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Duration();
}

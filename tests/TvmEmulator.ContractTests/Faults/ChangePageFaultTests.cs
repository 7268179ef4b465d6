using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Faults;

/// <summary>Rules about a page count the pages of the changes like those of other chains.</summary>
public sealed class ChangePageFaultTests
{
    private const string First = "/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-16T02:00Z&pageSize=50";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Get_StatusOfOnePage_HitsThatPageOfTheChain(int page)
    {
        await using var server = await ScenarioServer.StartWithAsync(
            $"faults: [{{ id: x, match: {{ route: SoftwareVulnerabilityChangesByMachine, page: {page}, first: 1 }}, action: {{ kind: status, status: 503 }} }}]");

        (await StatusesAsync(server, 5)).ShouldBe(string.Join(' ', Enumerable.Range(1, 5).Select(number => number == page ? 503 : 200)));
    }

    /// <summary>The rows that an empty page has left out count as well.</summary>
    [Fact]
    public async Task Get_EmptyPage_IsTheSecondAlone()
    {
        await using var server = await ScenarioServer.StartWithAsync(
            "faults: [{ id: x, match: { route: SoftwareVulnerabilityChangesByMachine, page: 2 }, action: { kind: empty-page } }]");
        var rows = new List<int>();
        for (var link = First; rows.Count < 4;)
        {
            var page = await server.Client.GetByteArrayAsync(link);
            rows.Add(ScenarioServer.RowsOf(page));
            link = ScenarioServer.NextOf(page).ShouldNotBeNull();
        }

        rows.ShouldBe([50, 0, 50, 50]);
    }

    /// <summary>Follows the chain; a page that failed is asked for once more.</summary>
    private static async Task<string> StatusesAsync(RunningServer server, int pages)
    {
        var statuses = new List<int>();
        var link = First;
        while (statuses.Count < pages)
        {
            using var response = await server.Client.GetAsync(link);
            statuses.Add((int)response.StatusCode);
            link = ScenarioServer.NextOf(response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync() : await server.Client.GetByteArrayAsync(link))
                .ShouldNotBeNull();
        }

        return string.Join(' ', statuses);
    }
}

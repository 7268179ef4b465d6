using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Laws;

/// <summary>A generated organization and what its export files say when they are given back are the same.</summary>
public sealed class GivenBackLaws
{
    private static readonly string[] Sets =
    [
        "/api/machines?$select=id,computerDnsName,osPlatform,version,osBuild,exposureLevel,rbacGroupName",
        "/api/Software?$select=id,installedMachines,exposedMachines,weaknesses,impactScore",
        "/api/vulnerabilities?$filter=exposedMachines gt 0&$select=id,severity,cvssV3,exposedMachines,publicExploit",
        "/api/recommendations?$select=id,recommendationName,weaknesses,exposedMachinesCount,totalMachineCount,configScoreImpact&$filter=startswith(id,'sca-')",
        "/api/recommendations?$select=id,weaknesses,exposedMachinesCount,totalMachineCount,exposureImpact,publicExploit&$filter=startswith(id,'va-')",
        "/api/exposureScore/ByMachineGroups?$select=rbacGroupName,score",
        "/api/baselineProfiles?$filter=totalDevices gt 0",
        "/api/baselineConfigurations",
    ];

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Rows_OfEveryKind_AreTheSame(string edition)
    {
        await using var generated = await Organizations.StartAsync("25 devices", edition);
        await using var given = await Organizations.StartGivenBackAsync(generated, edition);

        foreach (var (pages, export) in Organizations.RoutesOf(Editions.OptionsOf(edition)))
        {
            FirstDifference(await given.PartFilesAsync(export), await generated.PartFilesAsync(export)).ShouldBeNull(export);
            if (pages is not null)
                FirstDifference(await ValuesAsync(given, pages + "?pageSize=200000"), await ValuesAsync(generated, pages + "?pageSize=200000")).ShouldBeNull(pages);
        }
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Entities_OfEverySet_AreTheSame(string edition)
    {
        await using var generated = await Organizations.StartAsync("25 devices", edition);
        await using var given = await Organizations.StartGivenBackAsync(generated, edition);

        foreach (var path in Sets)
            FirstDifference(await ValuesAsync(given, path), await ValuesAsync(generated, path)).ShouldBeNull(path);
        (await given.Client.GetStringAsync("/api/exposureScore")).ShouldBe(await generated.Client.GetStringAsync("/api/exposureScore"));
        (await given.Client.GetStringAsync("/api/configurationScore")).ShouldBe(await generated.Client.GetStringAsync("/api/configurationScore"));
    }

    /// <summary>The first lines that differ: an organization has too many to print.</summary>
    private static (string? One, string? Other)? FirstDifference(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        var (one, other) = (string.Join('\n', some).Split('\n'), string.Join('\n', others).Split('\n'));
        var place = Enumerable.Range(0, Math.Max(one.Length, other.Length)).FirstOrDefault(line => one.ElementAtOrDefault(line) != other.ElementAtOrDefault(line), -1);
        return place < 0 ? null : (one.ElementAtOrDefault(place), other.ElementAtOrDefault(place));
    }

    private static async Task<List<string>> ValuesAsync(RunningServer server, string path) =>
        [.. JsonElement.Parse(await server.Client.GetByteArrayAsync(path)).GetProperty("value").EnumerateArray().Select(row => row.GetRawText())];
}

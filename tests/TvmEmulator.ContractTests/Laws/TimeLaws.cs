using System.Globalization;
using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Laws;

/// <summary>
/// What happens to an organization while time goes by: data time is live, and service time is moved on. Devices install updates when each of them is
/// ready, come and go, and change groups; software runs out of support.
/// </summary>
public sealed class TimeLaws
{
    private const string Inventory = "/api/machines/SoftwareInventoryByMachine?pageSize=200000";

    [Fact]
    public async Task Updates_OverEightWeeks_ReachDevicesOneByOneAndAreNeverTakenBack()
    {
        await using var server = await StartAsync(150);
        var weeks = new List<Dictionary<string, string>>();
        for (var week = 0; week < 8; week++)
        {
            weeks.Add((await ValuesAsync(server, Inventory))
                .Where(row => Text(row, "softwareVendor") == "google" && Text(row, "softwareName") == "chrome")
                .ToDictionary(row => Text(row, "deviceId"), row => Text(row, "softwareVersion"), StringComparer.Ordinal));
            await AdvanceAsync(server, "7.00:00:00");
        }

        var versions = weeks.SelectMany(week => week.Values).Distinct(StringComparer.Ordinal).ToList();
        var holders = versions.ConvertAll(version => weeks.ConvertAll(week => week.Values.Count(installed => installed == version)));

        versions.Count.ShouldBeGreaterThan(3);
        // A version is on some devices in one week and on more in the next, and not all have the same.
        holders.ShouldContain(counts => counts.Zip(counts.Skip(1)).Any(pair => pair.First > 0 && pair.Second > pair.First));
        weeks.ShouldAllBe(week => week.Values.Distinct(StringComparer.Ordinal).Count() > 1);
        foreach (var (earlier, later) in weeks.Zip(weeks.Skip(1)))
            earlier.Where(device => later.ContainsKey(device.Key)).ShouldAllBe(device => Version.Parse(later[device.Key]) >= Version.Parse(device.Value));
    }

    [Fact]
    public async Task Machines_OverAYear_ComeAndGo()
    {
        await using var server = await StartAsync(150);
        var before = (await ValuesAsync(server, "/api/machines?$select=id")).ConvertAll(row => Text(row, "id"));
        await AdvanceAsync(server, "365.00:00:00");

        var after = await ValuesAsync(server, "/api/machines?$select=id,firstSeen");

        var joined = after.Where(row => !before.Contains(Text(row, "id"))).ToList();
        var gone = before.Except(after.Select(row => Text(row, "id")), StringComparer.Ordinal).ToList();
        joined.Count.ShouldBeInRange(1, before.Count - 1);
        gone.Count.ShouldBe(joined.Count);
        joined.ShouldAllBe(row => row.GetProperty("firstSeen").GetDateTimeOffset() > FixedTime.RequestTime.AddDays(-1));
        (await StatusAsync(server, $"/api/machines/{gone[0]}")).ShouldBe(404);
        (await StatusAsync(server, $"/api/machines/{Text(joined[0], "id")}")).ShouldBe(200);
    }

    [Fact]
    public async Task Machines_OverTwoYears_FewChangeTheirGroupAndTheirRowsDoAsWell()
    {
        await using var server = await StartAsync(1000);
        var before = await GroupsAsync(server);
        await AdvanceAsync(server, "730.00:00:00");
        var after = await GroupsAsync(server);

        var moved = before.Where(machine => after.TryGetValue(machine.Key, out var group) && group != machine.Value).Select(machine => machine.Key).ToList();
        var stayed = before.Count(machine => after.TryGetValue(machine.Key, out var group) && group == machine.Value);
        moved.Count.ShouldBeInRange(1, stayed / 5);
        foreach (var row in await ValuesAsync(server, Inventory))
            row.GetProperty("rbacGroupId").GetInt32().ShouldBe(after[Text(row, "deviceId")]);
    }

    [Fact]
    public async Task Support_OverAYear_EndsWhenItsDateHasCome()
    {
        await using var server = await StartAsync(150);
        var before = await SupportAsync(server);
        await AdvanceAsync(server, "365.00:00:00");
        var after = await SupportAsync(server);

        var ended = before.Where(version => !IsOver(version.Value.Status) && after.TryGetValue(version.Key, out var later) && IsOver(later.Status)).ToList();
        ended.ShouldNotBeEmpty();
        before.Values.ShouldAllBe(support => IsOver(support.Status) == (support.Date <= FixedTime.RequestTime));
        after.Values.ShouldAllBe(support => IsOver(support.Status) == (support.Date <= FixedTime.RequestTime.AddDays(365)));
    }

    private static bool IsOver(string status) => status.StartsWith("EOS", StringComparison.Ordinal);

    /// <summary>Of every installed version, whether and when its support ends.</summary>
    private static async Task<Dictionary<string, (string Status, DateTimeOffset? Date)>> SupportAsync(RunningServer server) =>
        (await ValuesAsync(server, Inventory))
            .DistinctBy(VersionOf, StringComparer.Ordinal)
            .ToDictionary(VersionOf, row => (Text(row, "endOfSupportStatus"), DateOf(row.GetProperty("endOfSupportDate"))), StringComparer.Ordinal);

    private static string VersionOf(JsonElement row) => $"{Text(row, "softwareVendor")} {Text(row, "softwareName")} {Text(row, "softwareVersion")}";

    private static DateTimeOffset? DateOf(JsonElement date) =>
        date.GetString() is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    private static async Task<Dictionary<string, int>> GroupsAsync(RunningServer server) => (await ValuesAsync(server, "/api/machines?$select=id,rbacGroupId"))
        .ToDictionary(row => Text(row, "id"), row => row.GetProperty("rbacGroupId").GetInt32(), StringComparer.Ordinal);

    private static Task<RunningServer> StartAsync(int devices) => RunningServer.StartAsync(Editions.OptionsOf("2026", devices) with { DataTime = null });

    private static async Task AdvanceAsync(RunningServer server, string by) =>
        (await server.ControlAsync("POST", "clock/advance", $$"""{"by":"{{by}}"}""")).ShouldStartWith("HTTP/1.1 200");

    private static async Task<List<JsonElement>> ValuesAsync(RunningServer server, string path) =>
        [.. JsonElement.Parse(await server.Client.GetByteArrayAsync(path)).GetProperty("value").EnumerateArray()];

    private static async Task<int> StatusAsync(RunningServer server, string path)
    {
        using var response = await server.Client.GetAsync(path);
        return (int)response.StatusCode;
    }

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString()!;
}

using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Laws;

/// <summary>Software and machines say the same as the rows of the inventory, whatever the organization.</summary>
public sealed class EntityLaws
{
    public static TheoryData<string, string> All => Organizations.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Software_AnyOrganization_CountsTheDevicesOfTheInventory(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var inventory = (await InventoryAsync(server)).ToLookup(row => row.Software, StringComparer.Ordinal);

        var software = await ValuesAsync(server, "/api/Software?$select=id,installedMachines,exposedMachines,distributions");

        software.ConvertAll(row => Text(row, "id")).ShouldBe(inventory.Select(product => product.Key), ignoreOrder: true);
        foreach (var row in software)
        {
            var rows = inventory[Text(row, "id")];
            row.GetProperty("installedMachines").GetInt32().ShouldBe(rows.Select(install => install.Device).Distinct(StringComparer.Ordinal).Count());
            row.GetProperty("exposedMachines").GetInt32().ShouldBe(
                rows.Where(install => install.Weaknesses > 0).Select(install => install.Device).Distinct(StringComparer.Ordinal).Count());
            row.GetProperty("distributions").EnumerateArray().Sum(version => version.GetProperty("installations").GetInt32()).ShouldBe(rows.Count());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task MachineReferences_AnyOrganization_AreTheDevicesOfTheInventory(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var inventory = (await InventoryAsync(server)).ToLookup(row => row.Software, row => row.Device, StringComparer.Ordinal);

        foreach (var product in inventory.Take(50))
        {
            var references = await ValuesAsync(server, $"/api/Software/{Uri.EscapeDataString(product.Key)}/machineReferences?$select=id");

            references.ConvertAll(row => Text(row, "id")).ShouldBe(product.Distinct(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Machines_AnyOrganization_AreTheDevicesOfTheInventoryWithTheirSoftware(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var inventory = (await InventoryAsync(server)).ToLookup(row => row.Device, row => row.Software, StringComparer.Ordinal);

        var machines = (await ValuesAsync(server, "/api/machines?$select=id")).ConvertAll(row => Text(row, "id"));

        machines.ShouldBe(inventory.Select(device => device.Key));
        foreach (var machine in machines)
        {
            var software = await ValuesAsync(server, $"/api/machines/{machine}/software?$select=id");

            software.ConvertAll(row => Text(row, "id")).ShouldBe(inventory[machine].Distinct(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Machines_MoreThanAPage_AreAllInTheChain()
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021", 20_500));
        var pages = new List<List<JsonElement>>();
        var link = $"{RunningServer.PublicUrl}/api/machines?$select=id&$filter=onboardingStatus eq 'onboarded'";
        while (link is not null)
        {
            var page = JsonElement.Parse(await server.Client.GetByteArrayAsync(server.Here(link)));
            pages.Add([.. page.GetProperty("value").EnumerateArray()]);
            link = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        pages.ConvertAll(page => page.Count).ShouldBe([10_000, 10_000, 500]);
        pages.SelectMany(page => page).Select(row => Text(row, "id")).Distinct(StringComparer.Ordinal).Count().ShouldBe(20_500);
    }

    private static async Task<List<(string Device, string Software, int Weaknesses)>> InventoryAsync(RunningServer server) =>
    [
        .. (await ValuesAsync(server, "/api/machines/SoftwareInventoryByMachine?pageSize=200000")).Select(row => (
            Text(row, "deviceId"), $"{Text(row, "softwareVendor")}-_-{Text(row, "softwareName")}", row.GetProperty("numberOfWeaknesses").GetInt32())),
    ];

    private static async Task<List<JsonElement>> ValuesAsync(RunningServer server, string path) =>
        [.. JsonElement.Parse(await server.Client.GetByteArrayAsync(path)).GetProperty("value").EnumerateArray()];

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString()!;
}

using System.Globalization;
using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Laws;

/// <summary>Vulnerabilities, recommendations, tasks and baselines say the same as the rows of devices, whatever the organization.</summary>
public sealed class FindingLaws
{
    public static TheoryData<string, string> All => Organizations.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Vulnerabilities_AnyOrganization_CountTheDevicesOfTheirRows(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var rows = (await ChainAsync(server, "/api/vulnerabilities/machinesVulnerabilities")).ToLookup(row => Text(row, "cveId"), StringComparer.Ordinal);

        var exposed = await ChainAsync(server, "/api/vulnerabilities?$filter=exposedMachines gt 0");

        exposed.Select(cve => Text(cve, "id")).ShouldBe(rows.Select(cve => cve.Key), ignoreOrder: true);
        foreach (var cve in exposed)
        {
            var found = rows[Text(cve, "id")];
            cve.GetProperty("exposedMachines").GetInt32().ShouldBe(found.Select(row => Text(row, "machineId")).Distinct(StringComparer.Ordinal).Count());
            found.ShouldAllBe(row => Text(row, "severity") == Text(cve, "severity"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Vulnerabilities_AnyOrganization_AreDetectedWithTheirFirstRow(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var rows = (await ChainAsync(server, "/api/machines/SoftwareVulnerabilitiesByMachine?pageSize=200000"))
            .ToLookup(row => row.GetProperty("cveId").GetString() ?? "", row => TimeOf(row, "firstSeenTimestamp"), StringComparer.Ordinal);

        foreach (var cve in await ChainAsync(server, "/api/vulnerabilities?$select=id,firstDetected"))
        {
            var found = rows[Text(cve, "id")];
            (cve.GetProperty("firstDetected").ValueKind == JsonValueKind.Null ? null : TimeOf(cve, "firstDetected"))
                .ShouldBe(found.Any() ? found.Min() : null, Text(cve, "id"));
        }
    }

    [Theory]
    [InlineData("40 devices", "2026")]
    [InlineData("25 devices", "2021")]
    public async Task MachinesVulnerabilities_FilterOfOneThing_AreItsRowsAmongAll(string organization, string edition)
    {
        const string Path = "/api/vulnerabilities/machinesVulnerabilities";
        await using var server = await Organizations.StartAsync(organization, edition);
        var all = await ChainAsync(server, Path);

        foreach (var row in all.Where((_, i) => i % (all.Count / 4) == 7))
        {
            foreach (var columns in (string[][])[["cveId"], ["machineId"], ["productName", "productVendor"], ["productVendor"], ["cveId", "machineId"]])
            {
                var filter = string.Join(" and ", columns.Select(column => $"{column} eq '{Text(row, column)}'"));
                var expected = all.Where(other => columns.All(column => Text(other, column) == Text(row, column))).Select(other => Text(other, "id"));

                (await ChainAsync(server, $"{Path}?$filter={filter}")).Select(found => Text(found, "id")).ShouldBe(expected, filter);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task MachinesVulnerabilities_AnyOrganization_AreTheCvesOfEachMachine(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var rows = (await ChainAsync(server, "/api/vulnerabilities/machinesVulnerabilities")).ToLookup(row => Text(row, "machineId"), StringComparer.Ordinal);

        foreach (var machine in rows.Take(10))
        {
            var cves = await ChainAsync(server, $"/api/machines/{machine.Key}/vulnerabilities");
            var filtered = await ChainAsync(server, $"/api/vulnerabilities/machinesVulnerabilities?$filter=machineId eq '{machine.Key}'");

            cves.Select(cve => Text(cve, "id")).ShouldBe(machine.Select(row => Text(row, "cveId")).Distinct(StringComparer.Ordinal), ignoreOrder: true);
            filtered.Select(row => Text(row, "id")).ShouldBe(machine.Select(row => Text(row, "id")));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Recommendations_AnyOrganization_AreOfSoftwareThatIsExposed(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var software = await ChainAsync(server, "/api/Software?$filter=exposedMachines gt 0&$select=id,weaknesses,exposedMachines,installedMachines,impactScore");

        var recommendations = await ChainAsync(server, "/api/recommendations?$filter=startswith(id,'va-')");

        recommendations.Select(row => (
                Text(row, "id"), Number(row, "weaknesses"), Number(row, "exposedMachinesCount"), Number(row, "totalMachineCount"), Number(row, "exposureImpact")))
            .ShouldBe(software.Select(row => (
                "va-_-" + Text(row, "id"), Number(row, "weaknesses"), Number(row, "exposedMachines"), Number(row, "installedMachines"), Number(row, "impactScore"))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Recommendations_AnyOrganization_AreOfConfigurationsThatDevicesMiss(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var rows = (await ChainAsync(server, "/api/machines/SecureConfigurationsAssessmentByMachine?pageSize=200000"))
            .Where(row => row.GetProperty("isApplicable").GetBoolean())
            .ToLookup(row => Text(row, "recommendationReference"), row => row.GetProperty("isCompliant").GetBoolean(), StringComparer.Ordinal);

        var recommendations = await ChainAsync(server, "/api/recommendations?$filter=startswith(id,'sca-')");

        recommendations.Select(row => (Text(row, "id"), Number(row, "exposedMachinesCount"), Number(row, "totalMachineCount"))).ShouldBe(
            rows.Where(row => row.Contains(false)).Select(row => (row.Key, (decimal)row.Count(isCompliant => !isCompliant), (decimal)row.Count())), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Recommendations_OfEveryMachine_AreWhereItIsReferred(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var ofMachines = new List<(string Recommendation, string Machine)>();
        foreach (var machine in await ChainAsync(server, "/api/machines?$select=id"))
        {
            foreach (var row in await ChainAsync(server, $"/api/machines/{Text(machine, "id")}/recommendations"))
                ofMachines.Add((Text(row, "id"), Text(machine, "id")));
        }

        var byRecommendation = ofMachines.ToLookup(found => found.Recommendation, found => found.Machine, StringComparer.Ordinal);
        foreach (var recommendation in (await ChainAsync(server, "/api/recommendations")).Where((_, i) => i % 5 == 0))
        {
            var id = Text(recommendation, "id");
            var references = await ChainAsync(server, $"/api/recommendations/{Uri.EscapeDataString(id)}/machineReferences");

            references.Select(row => Text(row, "id")).ShouldBe(byRecommendation[id], id);
            references.Count.ShouldBe((int)Number(recommendation, "exposedMachinesCount"), id);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task RemediationTasks_AnyOrganization_ReferToTheDevicesThatAreLeft(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);

        foreach (var task in await ChainAsync(server, "/api/remediationTasks"))
        {
            var left = await ChainAsync(server, $"/api/remediationTasks/{Text(task, "id")}/machineReferences");

            left.Count.ShouldBe((int)(Number(task, "targetDevices") - Number(task, "fixedDevices")));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task BaselineProfiles_AnyOrganization_CountTheDevicesOfTheirRows(string organization, string edition)
    {
        await using var server = await Organizations.StartAsync(organization, edition);
        var rows = (await ChainAsync(server, "/api/machines/baselineComplianceAssessmentByMachine?pageSize=200000"))
            .ToLookup(row => Text(row, "profileId"), StringComparer.Ordinal);

        foreach (var profile in await ChainAsync(server, "/api/baselineProfiles"))
        {
            var devicesOfProfile = rows[Text(profile, "id")].GroupBy(row => Text(row, "deviceId"), StringComparer.Ordinal).ToList();

            Number(profile, "totalDevices").ShouldBe(devicesOfProfile.Count);
            Number(profile, "passedDevices").ShouldBe(devicesOfProfile.Count(device => device.All(IsPassed)));
        }
    }

    private static bool IsPassed(JsonElement row) => !row.GetProperty("isApplicable").GetBoolean() || row.GetProperty("isCompliant").GetBoolean();

    private static async Task<List<JsonElement>> ChainAsync(RunningServer server, string path)
    {
        var rows = new List<JsonElement>();
        var link = RunningServer.PublicUrl + path;
        while (link is not null)
        {
            var page = JsonElement.Parse(await server.Client.GetByteArrayAsync(server.Here(link)));
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            link = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        return rows;
    }

    private static DateTimeOffset? TimeOf(JsonElement row, string column) =>
        DateTimeOffset.Parse(Text(row, column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(JsonElement row, string column) => row.GetProperty(column).GetString()!;

    private static decimal Number(JsonElement row, string column) => row.GetProperty(column).GetDecimal();
}

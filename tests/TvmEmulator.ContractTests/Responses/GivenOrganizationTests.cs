using System.Text.Json.Nodes;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>What is served of the sample organization, which is written by hand.</summary>
public sealed class GivenOrganizationTests
{
    private const string Id = "3f0c6a52d1e94b7788a0c1d2e3f405162738495a";

    private static readonly string Folder = Path.Combine(Approval.Repository, "fixtures", "organizations", "bakery");

    [Theory]
    [InlineData("emulator", "/_emulator")]
    [InlineData("inventory", "/api/machines/SoftwareInventoryByMachine")]
    [InlineData("vulnerabilities", "/api/machines/SoftwareVulnerabilitiesByMachine")]
    [InlineData("changes", "/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=2026-06-25T00:00:00Z")]
    [InlineData("extensions", "/api/Machines/BrowserExtensionsInventoryByMachine")]
    [InlineData("no-file", "/api/machines/CertificateAssessmentByMachine")]
    [InlineData("machines", "/api/machines")]
    [InlineData("machine", "/api/machines/" + Id)]
    [InlineData("machine-software", "/api/machines/" + Id + "/software")]
    [InlineData("machine-vulnerabilities", "/api/machines/" + Id + "/vulnerabilities")]
    [InlineData("software", "/api/Software")]
    [InlineData("distributions", "/api/Software/7-zip-_-7-zip/distributions")]
    [InlineData("software-vulnerabilities", "/api/Software/7-zip-_-7-zip/vulnerabilities")]
    public async Task Get_Route_Answers(string variant, string path)
    {
        foreach (var edition in Enum.GetValues<ContractEdition>())
        {
            await using var server = await StartAsync(edition);
            using var response = await server.Client.GetAsync(path);

            (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition.ToString()[7..]}");
        }
    }

    [Theory]
    [InlineData("/api/machines/SoftwareInventoryExport", "software-inventory.jsonl", "SoftwareName")]
    [InlineData("/api/Machines/BrowserExtensionsInventoryExport", "browser-extensions.jsonl", "ExtensionId")]
    public async Task Export_Lines_AreThoseThatWereGiven(string route, string file, string name)
    {
        await using var server = await StartAsync(ContractEdition.Edition2026);

        var served = RowsOf(await server.PartFilesAsync(route), name);

        foreach (var (key, given) in RowsOf([await File.ReadAllTextAsync(Path.Combine(Folder, file))], name))
            JsonNode.DeepEquals(served[key], given).ShouldBeTrue(key);
    }

    [Theory]
    [InlineData("/api/machines/CertificateAssessmentExport")]
    [InlineData("/api/machines/InfoGatheringExport")]
    public async Task Export_AssessmentWithoutAFile_HasNoFiles(string route)
    {
        await using var server = await StartAsync(ContractEdition.Edition2021);

        (await server.LinksAsync(route)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/remediationTasks")]
    [InlineData("/api/baselineConfigurations")]
    [InlineData("/api/baselineProfiles")]
    [InlineData("/api/recommendations?$filter=startswith(id,'sca-')")]
    public async Task Get_WhatNoFileSays_IsEmpty(string path)
    {
        await using var server = await StartAsync(ContractEdition.Edition2026);

        JsonNode.Parse(await server.Client.GetStringAsync(path))!["value"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_PermissionsInfo_IsOfThePermissionsOfTheRows()
    {
        await using var server = await StartAsync(ContractEdition.Edition2026);

        var permissions = JsonNode.Parse(await server.Client.GetStringAsync("/api/browserextensions/permissionsinfo"))!["value"]!.AsArray();

        permissions.Select(permission => $"{permission!["key"]}").ShouldBe(["<all_urls>", "storage"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true, "x64", "Onboarded", "64-bit")]
    [InlineData(false, "x86", "CanBeOnboarded", "32-bit")]
    public async Task Get_Machine_SaysWhatItsRowsSay(bool isOnboarded, string architecture, string status, string bits)
    {
        var folder = Directory.CreateTempSubdirectory("tvm-emulator-tests-");
        var row = new JsonObject
        {
            ["deviceId"] = "d1",
            ["softwareName"] = "7-zip",
            ["softwareVendor"] = "7-zip",
            ["softwareVersion"] = "19.00",
            ["exploitabilityLevel"] = "NoExploit",
            ["firstSeenTimestamp"] = "2024-03-18 09:30:00",
            ["osPlatform"] = "Windows11",
            ["osVersion"] = "10.0.22631.3593",
            ["osArchitecture"] = architecture,
            ["isOnboarded"] = isOnboarded,
        };
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "rows.json"), row.ToJsonString());
        await using var server = await RunningServer.StartAsync(new EmulatorOptions { TenantData = folder.FullName, Contract = ContractEdition.Edition2026 });
        folder.Delete(recursive: true);

        var machine = JsonNode.Parse(await server.Client.GetStringAsync($"/api/machines?$filter=onboardingStatus eq '{status}'"))!["value"]!.AsArray().ShouldHaveSingleItem()!;

        string[] said = ["onboardingStatus", "osArchitecture", "osProcessor", "version", "osBuild", "lastIpAddress", "aadDeviceId", "vmMetadata"];
        said.Select(column => machine[column]?.ToString()).ShouldBe([status, bits, architecture, "23H2", "22631", null, null, null]);
    }

    private static Dictionary<string, JsonObject> RowsOf(IEnumerable<string> files, string name) => files
        .SelectMany(file => file.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line => JsonNode.Parse(line)!.AsObject())
        .ToDictionary(row => $"{row["DeviceId"]} {row[name]}", StringComparer.Ordinal);

    private static Task<RunningServer> StartAsync(ContractEdition edition) => RunningServer.StartAsync(new EmulatorOptions { TenantData = Folder, Contract = edition });
}

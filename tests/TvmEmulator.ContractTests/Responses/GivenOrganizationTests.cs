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

    private static Dictionary<string, JsonObject> RowsOf(IEnumerable<string> files, string name) => files
        .SelectMany(file => file.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line => JsonNode.Parse(line)!.AsObject())
        .ToDictionary(row => $"{row["DeviceId"]} {row[name]}", StringComparer.Ordinal);

    private static Task<RunningServer> StartAsync(ContractEdition edition) => RunningServer.StartAsync(new EmulatorOptions { TenantData = Folder, Contract = edition });
}

using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class RecommendationsTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    private const string Edge = "/api/recommendations/va-_-microsoft-_-edge";
    private const string ChangedMost = "?$filter=remediationType eq 'ConfigurationChange' and status eq 'Active'&$orderby=exposedMachinesCount desc";
    private const string Machine = "/api/machines/8e236d31685afdcde15ba66243dc54f294a2d01b/recommendations";

    [Theory]
    [InlineData("list", "2021", "/api/recommendations?$top=2")]
    [InlineData("list", "2026", "/api/recommendations?$top=2")]
    [InlineData("filter", "2021", "/api/recommendations" + ChangedMost + "&$top=2&$count=true")]
    [InlineData("filter", "2026", "/api/recommendations" + ChangedMost + "&$top=2&$count=true")]
    [InlineData("by-id", "2021", Edge)]
    [InlineData("by-id", "2026", Edge)]
    [InlineData("software", "2021", Edge + "/software")]
    [InlineData("software", "2026", Edge + "/software")]
    [InlineData("machine-references", "2021", Edge + "/machineReferences?$top=2")]
    [InlineData("machine-references", "2026", Edge + "/machineReferences?$top=2")]
    [InlineData("vulnerabilities", "2021", Edge + "/vulnerabilities?$top=2")]
    [InlineData("vulnerabilities", "2026", Edge + "/vulnerabilities?$top=2")]
    [InlineData("configuration-vulnerabilities", "2021", "/api/recommendations/sca-_-scid-10/vulnerabilities")]
    [InlineData("configuration-vulnerabilities", "2026", "/api/recommendations/sca-_-scid-10/vulnerabilities")]
    [InlineData("of-machine", "2021", Machine + "?$top=2")]
    [InlineData("of-machine", "2026", Machine + "?$top=2")]
    public async Task Get_Route_Answers(string variant, string edition, string path)
    {
        using var response = await editions[edition].Client.GetAsync(path);

        (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition}");
    }

    [Theory]
    [InlineData("unknown", "/api/recommendations/va-_-contoso-_-no_such_product")]
    [InlineData("unknown-machine-references", "/api/recommendations/sca-_-scid-0/machineReferences")]
    [InlineData("configuration-software", "/api/recommendations/sca-_-scid-10/software")]
    [InlineData("unknown-machine", "/api/machines/nobody/recommendations")]
    public async Task Get_NothingToAnswer_IsResourceNotFound(string variant, string path) => (await RefusalAsync(path)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("unknown-property", "/api/recommendations?$filter=product eq 'edge'")]
    [InlineData("filter-of-one", Edge + "?$filter=weaknesses gt 0")]
    [InlineData("top-of-machine", Machine + "?$top=-1")]
    public async Task Get_WrongQuery_IsBadRequest(string variant, string path) => (await RefusalAsync(path)).ShouldBeApproved(variant);

    private Task<string> RefusalAsync(string path) => editions.InBothAsync(async server =>
    {
        using var response = await server.Client.GetAsync(path);
        return await ResponseText.ReadAsync(response);
    });
}

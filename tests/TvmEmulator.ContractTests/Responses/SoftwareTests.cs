using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class SoftwareTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    [Theory]
    [InlineData("list", "2021", "?$top=3")]
    [InlineData("list", "2026", "?$top=3")]
    [InlineData("filter", "2021", "?$filter=vendor eq 'microsoft' and weaknesses gt 0&$orderby=exposedMachines desc&$top=2&$count=true")]
    [InlineData("filter", "2026", "?$filter=vendor eq 'microsoft' and weaknesses gt 0&$orderby=exposedMachines desc&$top=2&$count=true")]
    [InlineData("select", "2021", "?$select=id,installedMachines&$top=2")]
    [InlineData("select", "2026", "?$select=id,installedMachines&$top=2")]
    [InlineData("by-id", "2021", "/microsoft-_-edge")]
    [InlineData("by-id", "2026", "/microsoft-_-edge")]
    [InlineData("machine-references", "2021", "/microsoft-_-edge/machineReferences?$top=3")]
    [InlineData("machine-references", "2026", "/microsoft-_-edge/machineReferences?$top=3")]
    [InlineData("vulnerabilities", "2021", "/microsoft-_-edge/vulnerabilities?$top=2")]
    [InlineData("vulnerabilities", "2026", "/microsoft-_-edge/vulnerabilities?$top=2")]
    [InlineData("missing-kbs", "2021", "/microsoft-_-windows_11/getmissingkbs?$top=2")]
    [InlineData("missing-kbs", "2026", "/microsoft-_-windows_11/getmissingkbs?$top=2")]
    public async Task Get_Route_Answers(string variant, string edition, string rest)
    {
        using var response = await editions[edition].Client.GetAsync($"/api/Software{rest}");

        (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition}");
    }

    [Fact]
    public async Task Get_ProductWithoutNumberedUpdates_MissesNone()
    {
        var answer = await editions["2021"].Client.GetStringAsync("/api/Software/google-_-chrome/getmissingkbs");

        answer.ShouldEndWith("\"value\":[]}");
    }

    /// <summary>The swagger document of the service has the singular.</summary>
    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_Distribution_IsDistributions(string edition)
    {
        var plural = await editions[edition].Client.GetStringAsync("/api/Software/microsoft-_-edge/distributions");

        (await editions[edition].Client.GetStringAsync("/api/software/microsoft-_-edge/distribution")).ShouldBe(plural);
    }

    [Theory]
    [InlineData("by-id", "/contoso-_-no_such_product")]
    [InlineData("machine-references", "/microsoft%20edge/machineReferences")]
    [InlineData("vulnerabilities", "/contoso-_-no_such_product/vulnerabilities")]
    [InlineData("missing-kbs", "/contoso-_-no_such_product/getmissingkbs")]
    [InlineData("nobody-has-it", "/torproject-_-tor_browser")]
    public async Task Get_UnknownSoftware_IsResourceNotFound(string variant, string rest)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync($"/api/Software{rest}");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("unknown-property", "?$filter=nme eq 'edge'")]
    [InlineData("top-too-large", "?$top=10001")]
    [InlineData("unknown-option", "/microsoft-_-edge/machineReferences?$search=x")]
    [InlineData("filter-of-one", "/microsoft-_-edge?$filter=name eq 'edge'")]
    public async Task Get_WrongQuery_IsBadRequest(string variant, string rest)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync($"/api/Software{rest}");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }
}

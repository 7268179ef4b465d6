using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Tenants;

namespace TvmEmulator.ContractTests.Responses;

public sealed class DistributionsTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_CommonProduct_ListsItsVersions(string edition)
    {
        using var response = await editions[edition].Client.GetAsync("/api/Software/microsoft-_-edge/distributions");

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(edition);
    }

    [Theory]
    [InlineData("/api/Software/microsoft%2D_-edge/distributions")]
    [InlineData("/API/software/microsoft-_-edge/DISTRIBUTIONS")]
    [InlineData("/api/Software/Microsoft-_-Edge/distributions")]
    [InlineData("/api/v1.0/Software/microsoft-_-edge/distributions")]
    [InlineData("/api/Software/microsoft-_-edge/distributions?top=1&pageSize=2")]
    public async Task Get_OtherSpelling_AnswersTheSame(string path)
    {
        var plain = await editions["2021"].Client.GetStringAsync("/api/Software/microsoft-_-edge/distributions");

        (await editions["2021"].Client.GetStringAsync(path)).ShouldBe(plain);
    }

    [Fact]
    public async Task Get_QueryOption_IsBadRequest()
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync("/api/Software/microsoft-_-edge/distributions?$top=1");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved();
    }

    [Theory]
    [InlineData("unknown-id", "contoso-_-no_such_product")]
    [InlineData("not-an-id", "microsoft%20edge")]
    [InlineData("nobody-has-it", "torproject-_-tor_browser")]
    public async Task Get_NothingToList_IsResourceNotFound(string variant, string id)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync($"/api/Software/{id}/distributions");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    /// <summary>If the product leaves the catalog, the case above needs another one.</summary>
    [Fact]
    public void Catalog_ProductThatNobodyHas_IsListed() =>
        new Tenant(1, 60).Catalog.Find("torproject-_-tor_browser").ShouldNotBeNull();
}

using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class ScoresTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    [Theory]
    [InlineData("exposure", "2021", "/api/exposureScore")]
    [InlineData("exposure", "2026", "/api/exposureScore")]
    [InlineData("groups", "2021", "/api/exposureScore/ByMachineGroups?$top=3")]
    [InlineData("groups", "2026", "/api/exposureScore/ByMachineGroups?$top=3")]
    [InlineData("configuration", "2021", "/api/configurationScore")]
    [InlineData("configuration", "2026", "/api/configurationScore")]
    public async Task Get_Route_Answers(string variant, string edition, string path)
    {
        using var response = await editions[edition].Client.GetAsync(path);

        (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition}");
    }

    [Theory]
    [InlineData("filter-of-one", "/api/exposureScore?$filter=score gt 0")]
    [InlineData("unknown-property", "/api/exposureScore/ByMachineGroups?$orderby=group")]
    public async Task Get_WrongQuery_IsBadRequest(string variant, string path)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync(path);
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }
}

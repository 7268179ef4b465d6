using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class RemediationTasksTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    private const string Task = "/d75df2cd-e8c2-44d2-aa6e-4b4dcf45abf3";

    [Theory]
    [InlineData("list", "2021", "")]
    [InlineData("list", "2026", "")]
    [InlineData("filter", "2021", "?$filter=status eq 'Completed' and createdOn lt 2026-06-01&$select=title,status,category")]
    [InlineData("filter", "2026", "?$filter=status eq 'Completed' and createdOn lt 2026-06-01&$select=title,status,category")]
    [InlineData("by-id", "2021", Task)]
    [InlineData("by-id", "2026", Task)]
    [InlineData("machine-references", "2021", Task + "/machinereferences?$top=2")]
    [InlineData("machine-references", "2026", Task + "/machinereferences?$top=2")]
    public async Task Get_Route_Answers(string variant, string edition, string rest)
    {
        using var response = await editions[edition].Client.GetAsync($"/api/remediationtasks{rest}");

        (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition}");
    }

    [Theory]
    [InlineData("by-id", "/03942ef5-aewb-4w6e-b555-d6a97013844w")]
    [InlineData("machine-references", "/00000000-0000-0000-0000-000000000000/machineReferences")]
    public async Task Get_UnknownTask_IsResourceNotFound(string variant, string rest) => (await RefusalAsync(rest)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("unknown-status", "?$filter=status eq 'Done'")]
    [InlineData("unknown-property", "?$orderby=created")]
    public async Task Get_WrongQuery_IsBadRequest(string variant, string rest) => (await RefusalAsync(rest)).ShouldBeApproved(variant);

    private Task<string> RefusalAsync(string rest) => editions.InBothAsync(async server =>
    {
        using var response = await server.Client.GetAsync($"/api/remediationTasks{rest}");
        return await ResponseText.ReadAsync(response);
    });
}

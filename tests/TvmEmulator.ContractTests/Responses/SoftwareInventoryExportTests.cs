using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class SoftwareInventoryExportTests(Editions editions) : IClassFixture<Editions>
{
    private const string Route = "/api/machines/SoftwareInventoryExport";

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_NoHours_LinksAreValidForTheDefault(string edition) => (await GetAsync("", edition)).ShouldBeApproved(edition);

    [Theory]
    [InlineData("2021", 24)]
    [InlineData("2026", 6)]
    public async Task Get_MostHours_LinksAreValidForThem(string edition, int hours) =>
        (await GetAsync($"?sasValidHours={hours}", edition)).ShouldBeApproved(edition);

    [Theory]
    [InlineData("2021", "0")]
    [InlineData("2021", "25")]
    [InlineData("2021", "abc")]
    [InlineData("2026", "7")]
    public async Task Get_WrongHours_IsBadRequest(string edition, string hours) =>
        (await GetAsync($"?sasValidHours={hours}", edition)).ShouldBeApproved($"{edition}-{hours}");

    [Fact]
    public async Task Get_QueryOption_IsBadRequest() => (await editions.InBothAsync(async server =>
    {
        using var response = await server.Client.GetAsync(Route + "?$top=1");
        return await ResponseText.ReadAsync(response);
    })).ShouldBeApproved();

    [Theory]
    [InlineData("/api/v1.0/machines/SoftwareInventoryExport")]
    [InlineData("/api/MACHINES/softwareinventoryexport")]
    [InlineData("/api/machines/SoftwareInventoryExport?sasvalidhours=3")]
    [InlineData("/api/machines/SoftwareInventoryExport?$sasValidHours=1")]
    public async Task Get_OtherSpelling_AnswersTheSame(string path)
    {
        var plain = await editions["2021"].Client.GetStringAsync(Route);

        (await editions["2021"].Client.GetStringAsync(path)).ShouldBe(plain);
    }

    private async Task<string> GetAsync(string query, string edition)
    {
        using var response = await editions[edition].Client.GetAsync(Route + query);
        return await ResponseText.ReadAsync(response);
    }
}

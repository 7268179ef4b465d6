using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Baselines, and the permissions of browser extensions: lists that say what rows of exports mean.</summary>
public sealed class BaselinesTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    [Theory]
    [InlineData("configurations", "2021", "/api/baselineConfigurations?$top=2")]
    [InlineData("configurations", "2026", "/api/baselineConfigurations?$top=2")]
    [InlineData("configurations-filter", "2021", "/api/baselineConfigurations?$filter=CCE eq 'CCE-90037-2'&$select=id,cce,recommendedValue")]
    [InlineData("configurations-filter", "2026", "/api/baselineConfigurations?$filter=CCE eq 'CCE-90037-2'&$select=id,cce,recommendedValue")]
    [InlineData("profiles", "2021", "/api/baselineProfiles?$top=2")]
    [InlineData("profiles", "2026", "/api/baselineProfiles?$top=2")]
    [InlineData("permissions", "2021", "/api/browserextensions/permissionsinfo?$top=2")]
    [InlineData("permissions", "2026", "/api/browserextensions/permissionsinfo?$top=2")]
    public async Task Get_Route_Answers(string variant, string edition, string path)
    {
        using var response = await editions[edition].Client.GetAsync(path);

        (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition}");
    }

    [Theory]
    [InlineData("configurations", "/api/baselineConfigurations?$filter=id eq 1")]
    [InlineData("profiles", "/api/baselineProfiles?$top=x")]
    [InlineData("permissions", "/api/browserextensions/permissionsinfo?$filter=severity eq 'High'")]
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

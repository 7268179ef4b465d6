using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class MetadataTests(Editions editions) : IClassFixture<Editions>
{
    [Theory]
    [InlineData("service-document", "/api")]
    [InlineData("metadata", "/api/$metadata")]
    public async Task Get_WithoutToken_Answers(string variant, string path)
    {
        using var client = editions["2021"].NewClientWithoutToken();
        using var response = await client.GetAsync(path);

        (await ResponseText.ReadAsync(response)).ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/$metadata")]
    public async Task Get_EitherEdition_AnswersTheSame(string path) =>
        (await editions["2026"].Client.GetStringAsync(path)).ShouldBe(await editions["2021"].Client.GetStringAsync(path));
}

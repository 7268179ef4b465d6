using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Readers;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class MetadataTests(Editions editions) : IClassFixture<Editions>
{
    [Fact]
    public async Task Get_ServiceDocumentWithoutToken_Answers()
    {
        using var client = editions["2021"].NewClientWithoutToken();
        using var response = await client.GetAsync("/api");

        (await ResponseText.ReadAsync(response)).ShouldBeApproved();
    }

    /// <summary>
    /// Every type of the service that threat and vulnerability management needs, property by property. Three navigations of the service's Machine are
    /// not there, logOnUsers, alerts and machineActions: they lead to types that are not emulated.
    /// </summary>
    [Fact]
    public async Task Get_MetadataWithoutToken_IsTheServicesModel()
    {
        using var client = editions["2021"].NewClientWithoutToken();
        using var response = await client.GetAsync("/api/$metadata");
        var model = (await StrictReader.OfAsync(client)).Model;

        (ResponseText.Head(response, "Date", "Content-Length") + ModelText.Of(model)).ShouldBeApproved();
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/$metadata")]
    public async Task Get_EitherEdition_AnswersTheSame(string path) =>
        (await editions["2026"].Client.GetStringAsync(path)).ShouldBe(await editions["2021"].Client.GetStringAsync(path));
}

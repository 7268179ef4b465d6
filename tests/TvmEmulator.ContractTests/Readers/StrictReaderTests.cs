using Microsoft.OData;
using Microsoft.OData.Edm;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>
/// The reader of Microsoft.OData.Core with all of its checks on accepts every answer of the 2026 edition, by the model that the server itself
/// serves. The 2021 edition repeats the documents' examples, whose contexts resolve in no metadata.
/// </summary>
public sealed class StrictReaderTests(Editions editions) : IClassFixture<Editions>
{
    private const string Namespace = "microsoft.windowsDefenderATP.api";

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task ServiceDocument_IsRead(string edition)
    {
        using var reader = await ReaderAsync(edition, "/api", await ModelAsync(edition));

        reader.ReadServiceDocument().EntitySets.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("AssetSoftware", "deviceId rbacGroupId rbacGroupName deviceName osPlatform softwareVendor softwareName softwareVersion numberOfWeaknesses diskPaths registryPaths softwareFirstSeenTimestamp endOfSupportStatus endOfSupportDate")]
    [InlineData("ExportFilesResponse", "exportFiles generatedTime")]
    [InlineData("PublicDistributionDto", "version installations vulnerabilities")]
    public async Task Metadata_HasTheTypesOfAllAnswers(string type, string properties)
    {
        var model = await ModelAsync("2021");

        TypeOf(model, type).DeclaredProperties.Select(property => property.Name).ShouldBe(properties.Split(' '));
    }

    [Theory]
    [InlineData("?pageSize=3", true)]
    [InlineData("?$top=3", false)]
    public async Task Page_OfThe2026Edition_IsRead(string query, bool hasNextLink)
    {
        var model = await ModelAsync("2026");
        var type = TypeOf(model, "AssetSoftware");
        using var reader = await ReaderAsync("2026", "/api/machines/SoftwareInventoryByMachine" + query, model);

        var (rows, nextLink) = ReadAll(reader.CreateODataResourceSetReader(type));

        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(row => row.TypeName == $"{Namespace}.AssetSoftware" && row.Properties.Count() == type.DeclaredProperties.Count());
        (nextLink is not null).ShouldBe(hasNextLink);
    }

    [Fact]
    public async Task Distributions_OfThe2026Edition_AreRead()
    {
        var model = await ModelAsync("2026");
        using var reader = await ReaderAsync("2026", "/api/Software/microsoft-_-edge/distributions", model);

        var (rows, _) = ReadAll(reader.CreateODataResourceSetReader(TypeOf(model, "PublicDistributionDto")));

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.Properties.Single(property => property.Name == "installations").Value is long);
    }

    [Fact]
    public async Task Export_OfThe2026Edition_IsRead()
    {
        var model = await ModelAsync("2026");
        using var reader = await ReaderAsync("2026", "/api/machines/SoftwareInventoryExport", model);

        var (rows, _) = ReadAll(reader.CreateODataResourceReader(TypeOf(model, "ExportFilesResponse")));

        rows.Single().Properties.Single(property => property.Name == "generatedTime").Value.ShouldBe(new DateTimeOffset(2026, 6, 30, 2, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Refusal_IsReadAsAnODataError()
    {
        using var response = await editions["2026"].Client.GetAsync("/api/machines/SoftwareInventoryByMachine?pageSize=0");
        var message = new ReceivedMessage(response, await response.Content.ReadAsByteArrayAsync());
        using var reader = new ODataMessageReader((IODataResponseMessage)message, Settings(), await ModelAsync("2026"));

        reader.ReadError().ErrorCode.ShouldBe("BadRequest");
    }

    private static (List<ODataResource> Rows, Uri? NextLink) ReadAll(ODataReader reader)
    {
        var rows = new List<ODataResource>();
        Uri? nextLink = null;
        while (reader.Read())
        {
            if (reader is { State: ODataReaderState.ResourceEnd, Item: ODataResource row })
                rows.Add(row);
            if (reader is { State: ODataReaderState.ResourceSetEnd, Item: ODataResourceSet set })
                nextLink = set.NextPageLink;
        }

        return (rows, nextLink);
    }

    private static IEdmComplexType TypeOf(IEdmModel model, string name) =>
        model.FindDeclaredType($"{Namespace}.{name}").ShouldBeAssignableTo<IEdmComplexType>()!;

    private async Task<IEdmModel> ModelAsync(string edition)
    {
        using var reader = new ODataMessageReader((IODataResponseMessage)await ReceivedMessage.OfAsync(editions[edition].Client, "/api/$metadata"), Settings());
        return reader.ReadMetadataDocument();
    }

    private async Task<ODataMessageReader> ReaderAsync(string edition, string path, IEdmModel model) =>
        new((IODataResponseMessage)await ReceivedMessage.OfAsync(editions[edition].Client, path), Settings(), model);

    private static ODataMessageReaderSettings Settings() => new() { Validations = ValidationKinds.All, EnableMessageStreamDisposal = true };
}

using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.OData;
using Microsoft.OData.Edm;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>The strict reader can fail: it refuses a right answer as soon as one thing in it is wrong.</summary>
public sealed class WrongAnswerTests(Editions editions) : IClassFixture<Editions>
{
    private const string Page = "/api/machines/SoftwareInventoryByMachine?pageSize=3";

    // The beginning of a row of the type Software.
    private const string Product =
        """
        {"id":"a","name":null,"vendor":null,"weaknesses":1,"publicExploit":true,"activeAlert":true,"exposedMachines":1,"installedMachines":1,
        "impactScore":1.5,"isNormalized":true,"category":null
        """;

    [Theory]
    [InlineData("#Collection(microsoft", "#Collection(contoso", "No kind of payload")]
    [InlineData("\"rbacGroupId\":16", "\"rbacGroupId\":\"16\"", "conflict between input format string/number")]
    [InlineData("\"rbacGroupId\":16", "\"rbacGroupId\":null", "does not allow null values")]
    [InlineData("\"rbacGroupId\":16", "\"rbacGroupId\":1.5", "has the value 1.5")]
    [InlineData("\"rbacGroupId\":16,", "", "has the properties deviceId rbacGroupName")]
    [InlineData(",\"endOfSupportDate\":null", "", "has the properties")]
    [InlineData("\"endOfSupportStatus\":\"None\",\"endOfSupportDate\":null", "\"endOfSupportDate\":null,\"endOfSupportStatus\":\"None\"", "has the properties")]
    [InlineData("\"endOfSupportDate\":null", "\"endOfSupportDate\":7", "Cannot convert the literal '7'")]
    [InlineData("\"rbacGroupId\":", "\"isOnboarded\":true,\"rbacGroupId\":", "'isOnboarded' does not exist")]
    [InlineData("\"rbacGroupId\":", "\"RbacGroupId\":", "'RbacGroupId' does not exist")]
    [InlineData("\"diskPaths\":[", "\"diskPaths\":[7,", "Cannot convert the literal '7'")]
    [InlineData("@odata.nextLink", "@odata.nextlink", "annotation @odata.nextlink is unknown")]
    [InlineData("@odata.nextLink", "nextLink", "'nextLink' was found")]
    public async Task ReadAsync_WrongPage_Fails(string right, string wrong, string reason) => await ShouldFailAsync(Page, right, wrong, reason);

    [Theory]
    [InlineData("\"2026-06-30T02:00:00Z\"", "\"2026-06-30 02:00\"", "Cannot convert the literal")]
    [InlineData(",\"generatedTime\":\"2026-06-30T02:00:00Z\"", "", "has the properties exportFiles")]
    public async Task ReadAsync_WrongExport_Fails(string right, string wrong, string reason) =>
        await ShouldFailAsync("/api/machines/SoftwareInventoryExport", right, wrong, reason);

    [Theory]
    [InlineData("\"error\"", "\"fault\"", "No kind of payload")]
    [InlineData("\"code\":\"BadRequest\"", "\"code\":400", "No kind of payload")]
    public async Task ReadAsync_WrongRefusal_Fails(string right, string wrong, string reason) =>
        await ShouldFailAsync("/api/machines/SoftwareInventoryExport?sasValidHours=0", right, wrong, reason);

    [Theory]
    [InlineData("VmMetadata", """{"vmId":null,"cloudProvider":"Azure","resourceId":null,"subscriptionId":null}""", null)]
    [InlineData("VmMetadata", """{"vmId":null,"cloudProvider":null,"resourceId":null,"subscriptionId":null}""", "cloudProvider")]
    [InlineData("VmMetadata", """{"vmId":null,"cloudProvider":"azure","resourceId":null,"subscriptionId":null}""", "cloudProvider")]
    [InlineData("VmMetadata", """{"vmId":null,"cloudProvider":1,"resourceId":null,"subscriptionId":null}""", "cloudProvider")]
    [InlineData("ExportFilesResponse", """{"exportFiles":[],"generatedTime":null}""", null)]
    [InlineData("ExportFilesResponse", """{"exportFiles":[null],"generatedTime":null}""", null)]
    [InlineData("ExportFilesResponse", """{"exportFiles":null,"generatedTime":null}""", "exportFiles")]
    [InlineData("Software", Product + ""","distributions":[{"version":null,"installations":1,"vulnerabilities":1}]}""", null)]
    [InlineData("Software", Product + ""","distributions":[{"version":null,"installations":1}]}""", "version installations, but")]
    [InlineData("Software", Product + ""","distributions":[],"vulnerabilities":[]}""", null)]
    [InlineData("Software", Product + ""","distributions":[],"vulnerabilities":null}""", "The property vulnerabilities")]
    [InlineData("Software", Product + ""","distributions":[],"vulnerabilities":[{"id":"a"}]}""", "has the properties id, but")]
    public async Task Check_RowOfAType_RefusesAnotherShape(string type, string row, string? reason)
    {
        var model = (await StrictReader.OfAsync(editions["2026"].Client)).Model;

        var check = () => RowShape.Check(JsonElement.Parse(row), (IEdmStructuredType)model.FindType($"microsoft.windowsDefenderATP.api.{type}"), SelectedColumns.All);

        if (reason is null)
            check.ShouldNotThrow();
        else
            check.ShouldThrow<ODataException>().Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("Software(id)", """{"id":"a"}""", null)]
    [InlineData("Software(id)/$entity", """{"id":"a"}""", null)]
    [InlineData("Collection(microsoft.windowsDefenderATP.api.Software)(name,id)", """{"id":"a","name":"b"}""", null)]
    [InlineData("Software(id)", """{"id":"a","name":"b"}""", "has the properties id name, but")]
    [InlineData("Software(id,name)", """{"id":"a"}""", "has the properties id, but")]
    [InlineData("Software(*)", """{"id":"a"}""", "has the properties id, but")]
    [InlineData("Software(vulnerabilities())", """{"id":"a","vulnerabilities":[]}""", "has the properties id, but")]
    [InlineData("Software(vulnerabilities(id,name),id)", """{"id":"a","vulnerabilities":[{"id":"c","name":"d"}]}""", null)]
    [InlineData("Software(id,vulnerabilities(id))", """{"id":"a","vulnerabilities":[{"id":"c","name":"d"}]}""", "has the properties id name, but")]
    public async Task Check_RowOfASelection_RefusesOtherColumns(string context, string row, string? reason)
    {
        var type = (IEdmStructuredType)(await StrictReader.OfAsync(editions["2026"].Client)).Model.FindType("microsoft.windowsDefenderATP.api.Software");

        var check = () => RowShape.Check(JsonElement.Parse(row), type, SelectedColumns.Of($"http://tvm.example/api/$metadata#{context}"));

        if (reason is null)
            check.ShouldNotThrow();
        else
            check.ShouldThrow<ODataException>().Message.ShouldContain(reason);
    }

    private async Task ShouldFailAsync(string path, string right, string wrong, string reason)
    {
        using var client = new HttpClient(new AlteredAnswers(right, wrong)) { BaseAddress = editions["2026"].Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
        var reader = await StrictReader.OfAsync(client);

        (await Should.ThrowAsync<ODataException>(() => reader.ReadAsync(path))).Message.ShouldContain(reason);
    }
}

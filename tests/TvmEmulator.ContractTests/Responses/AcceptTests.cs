using System.Text.RegularExpressions;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Responses;

public sealed partial class AcceptTests(Editions editions) : IClassFixture<Editions>
{
    private const string Minimal = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";
    private const string None = "application/json; odata.metadata=none; odata.streaming=true; charset=utf-8";
    private const string Page = "/api/machines/SoftwareInventoryByMachine?pageSize=3";

    [Theory]
    [InlineData("*/*", Minimal)]
    [InlineData("application/json", Minimal)]
    [InlineData("application/json;charset=utf-8", Minimal)]
    [InlineData("application/json;odata=verbose", Minimal)]
    [InlineData("application/json;odata.metadata=minimal", Minimal)]
    [InlineData("application/json;odata.metadata=full", Minimal)]
    [InlineData("application/json;odata.metadata=none", None)]
    [InlineData("Application/JSON ; OData.Metadata=None ; odata.streaming=false", None)]
    [InlineData("application/json;odata.metadata=none;q=0.5, application/json;odata.metadata=minimal", Minimal)]
    [InlineData("application/json;odata.metadata=minimal;q=0.5, application/json;odata.metadata=none;q=0.6", None)]
    [InlineData("application/json;odata.metadata=none;q=0, */*", Minimal)]
    [InlineData("application/atom+xml;odata.metadata=none", Minimal)]
    [InlineData("text/html", Minimal)]
    [InlineData(";;;\"", Minimal)]
    public async Task Get_Accept_ChoosesTheContentType(string accept, string contentType)
    {
        using var response = await GetAsync(Page, accept);

        response.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe(contentType);
    }

    /// <summary>Links that no context completes are whole.</summary>
    [Fact]
    public async Task Get_ServiceDocumentWithoutMetadata_HasWholeLinks()
    {
        using var response = await GetAsync("/api", "application/json;odata.metadata=none");

        var body = await response.Content.ReadAsStringAsync();

        body.ShouldNotContain("@odata.context");
        body.ShouldContain($"\"url\":\"{RunningServer.PublicUrl}/api/Software\"");
    }

    [Theory]
    [InlineData(Page)]
    [InlineData("/api/machines/SoftwareInventoryExport")]
    [InlineData("/api/Software/microsoft-_-edge/distributions")]
    [InlineData("/api/Software/microsoft-_-edge")]
    [InlineData("/api/machines?$count=true")]
    public async Task Get_WithoutMetadata_LeavesOutTheContextAlone(string path)
    {
        var usual = await editions["2026"].Client.GetStringAsync(path);
        using var response = await GetAsync(path, "application/json;odata.metadata=none");

        (await response.Content.ReadAsStringAsync()).ShouldBe(Context().Replace(usual, "{"));
        response.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe(None);
    }

    [Theory]
    [InlineData("application/json;odata.metadata=full", "odata.metadata=full is not emulated; this answer is minimal")]
    [InlineData("application/json;IEEE754Compatible=true", "IEEE754Compatible=true is not emulated; long numbers in this answer are numbers")]
    [InlineData("application/json;odata.metadata=none;IEEE754Compatible=true", "IEEE754Compatible=true is not emulated; long numbers in this answer are numbers")]
    public async Task Get_FormThatIsNotEmulated_SaysSoInAHint(string accept, string hint)
    {
        using var response = await GetAsync(Page, accept);

        response.Headers.GetValues("x-tvm-emulator-hint").ShouldBe([hint]);
    }

    [Fact]
    public async Task Get_RefusalWithoutMetadata_HasTheSameBody()
    {
        using var usual = await GetAsync($"{Page}&$filter=x", "*/*");
        using var response = await GetAsync($"{Page}&$filter=x", "application/json;odata.metadata=none");

        (await response.Content.ReadAsStringAsync()).ShouldBe(await usual.Content.ReadAsStringAsync());
        response.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe(None);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept).ShouldBeTrue();
        return await editions["2026"].Client.SendAsync(request);
    }

    [GeneratedRegex("""^\{"@odata\.context":"[^"]*",""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Context();
}

using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>The emulator's own pages; none of them asks for a token.</summary>
public sealed class InfoTests(Editions editions) : IClassFixture<Editions>
{
    [Theory]
    [InlineData("root", "/", "*/*")]
    [InlineData("html", "/", "text/html,application/xhtml+xml,*/*;q=0.8")]
    [InlineData("live", "/_emulator/health/live", "*/*")]
    [InlineData("ready", "/_emulator/health/ready", "*/*")]
    [InlineData("unknown", "/_emulator/nothing", "*/*")]
    public async Task Get_WithoutToken_Answers(string variant, string path, string accept) =>
        (await GetAsync("2021", path, accept)).ShouldBeApproved(variant);

    [Theory]
    [InlineData("2021")]
    [InlineData("2026")]
    public async Task Get_Emulator_DescribesItself(string edition) => (await GetAsync(edition, "/_emulator", "*/*")).ShouldBeApproved(edition);

    /// <summary>The usual probes of compose files and load balancers.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/_emulator")]
    [InlineData("/_emulator/health/live")]
    [InlineData("/_emulator/health/ready")]
    public async Task Head_WithoutToken_Answers(string path)
    {
        using var client = editions["2021"].NewClientWithoutToken();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(200);
    }

    private async Task<string> GetAsync(string edition, string path, string accept)
    {
        using var client = editions[edition].NewClientWithoutToken();
        client.DefaultRequestHeaders.Add("Accept", accept);
        using var response = await client.GetAsync(path);
        return await ResponseText.ReadAsync(response);
    }
}

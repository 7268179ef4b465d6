using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;
using TvmEmulator.Identity;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>
/// The whole answer to callers whom routes of machines do not let in, an example of each kind. What every route says, and which roles and scopes open it,
/// <see cref="Routes.RouteAdmissionTests"/> and <see cref="Routes.RouteRefusalTests"/> tell.
/// </summary>
public sealed class EntityAdmissionTests(Editions editions) : IClassFixture<Editions>
{
    private const string MissingKbs = "/api/machines/de666236e748ec0759f9c53d19df20adb30709e9/getmissingkbs";

    [Fact]
    public async Task Get_AnotherRoleAlone_IsForbidden()
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            server.Worlds.Open("software.example").Clients = [new KnownClient("my-app", null, ["Software.Read.All"], null)];
            using var response = await server.GetAsync("/api/machines", await server.TokenAsync(path: "/software.example/oauth2/v2.0/token"));
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved();
    }

    [Fact]
    public async Task Get_UserOfARouteForApplications_IsForbidden()
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var answer = await server.PostFormAsync(
                Login.V2, $"grant_type=password&client_id=my-app&username=ann&password=p&scope={Login.Audience}/Software.Read");
            using var response = await server.GetAsync(MissingKbs, await Login.TokenOfAsync(answer));
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved();
    }

    [Fact]
    public async Task Get_WithoutToken_IsUnauthorized()
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var client = server.NewClientWithoutToken();
            using var response = await client.GetAsync("/api/machines");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved();
    }
}

using System.Net;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

public sealed class MachinesTests(Editions editions) : IClassFixture<Editions>
{
    // A device of the fixture's three.
    private const string Id = "de666236e748ec0759f9c53d19df20adb30709e9", Name = "desktop-i2dergv.new.wisoky.example";

    [Theory]
    [InlineData("list", "2021", "")]
    [InlineData("list", "2026", "")]
    [InlineData("select", "2021", "?$select=computerDnsName,onboardingStatus&$orderby=computerDnsName desc")]
    [InlineData("select", "2026", "?$select=computerDnsName,onboardingStatus&$orderby=computerDnsName desc")]
    [InlineData("nobody", "2021", "?$filter=computerDnsName eq 'nobody.example'&$count=true")]
    [InlineData("nobody", "2026", "?$filter=computerDnsName eq 'nobody.example'&$count=true")]
    [InlineData("expand", "2021", "?$expand=software&$select=id&$top=1")]
    [InlineData("expand", "2026", "?$expand=software&$select=id&$top=1")]
    [InlineData("by-id", "2021", "/" + Id)]
    [InlineData("by-id", "2026", "/" + Id)]
    [InlineData("software", "2021", "/" + Id + "/software?$top=2")]
    [InlineData("software", "2026", "/" + Id + "/software?$top=2&$select=id,installedMachines,distributions")]
    [InlineData("vulnerabilities", "2021", "/" + Id + "/vulnerabilities?$top=2")]
    [InlineData("vulnerabilities", "2026", "/" + Id + "/vulnerabilities?$top=2")]
    [InlineData("missing-kbs", "2021", "/" + Id + "/getmissingkbs")]
    [InlineData("missing-kbs", "2026", "/" + Id + "/getmissingkbs")]
    public async Task Get_Route_Answers(string variant, string edition, string rest)
    {
        using var response = await editions[edition].Client.GetAsync($"/api/machines{rest}");

        (await ResponseText.ReadAsync(response)).ShouldBeApproved($"{variant}.{edition}");
    }

    [Theory]
    [InlineData("/" + Id, "/" + Name)]
    [InlineData("/" + Id, "/DESKTOP-I2DERGV.new.wisoky.EXAMPLE")]
    [InlineData("/" + Id, "/DE666236E748EC0759F9C53D19DF20ADB30709E9")]
    [InlineData("/" + Id + "/software", "/" + Name + "/Software")]
    [InlineData("/" + Id + "/vulnerabilities", "/" + Name + "/Vulnerabilities")]
    [InlineData("/" + Id + "/getmissingkbs", "/" + Name + "/GetMissingKbs")]
    [InlineData("", "?$filter=onboardingStatus eq 'onboarded'")]
    public async Task Get_OtherSpelling_AnswersTheSame(string rest, string other)
    {
        var plain = await editions["2021"].Client.GetStringAsync($"/api/machines{rest}");

        (await editions["2021"].Client.GetStringAsync($"/api/v1.0/Machines{other}")).ShouldBe(plain);
    }

    [Theory]
    [InlineData("by-id", "/0000000000000000000000000000000000000000")]
    [InlineData("software", "/nobody.example/software")]
    [InlineData("vulnerabilities", "/nobody.example/vulnerabilities")]
    [InlineData("missing-kbs", "/nobody.example/getmissingkbs")]
    public async Task Get_UnknownMachine_IsResourceNotFound(string variant, string rest)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync($"/api/machines{rest}");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    [Theory]
    [InlineData("syntax", "?$filter=riskScore eq")]
    [InlineData("unknown-value", "?$filter=riskScore eq 'Huge'")]
    [InlineData("unknown-property", "?$orderby=hostname")]
    [InlineData("negative-skip", "?$skip=-1")]
    [InlineData("expand-unknown", "?$expand=alerts")]
    [InlineData("expand-levels", "?$expand=software($levels=2)")]
    [InlineData("page-size", "/" + Id + "/software?$pageSize=5")]
    public async Task Get_WrongQuery_IsBadRequest(string variant, string rest)
    {
        var refusal = await editions.InBothAsync(async server =>
        {
            using var response = await server.Client.GetAsync($"/api/machines{rest}");
            return await ResponseText.ReadAsync(response);
        });

        refusal.ShouldBeApproved(variant);
    }

    [Fact]
    public async Task Get_VulnerabilitiesOneCallTooMany_IsTooManyRequests()
    {
        await using var server = await RunningServer.StartAsync(Editions.OptionsOf("2021") with { QuotaFactor = 1 });
        for (var call = 0; call < 50; call++)
            (await StatusAsync(server, "vulnerabilities")).ShouldBe(HttpStatusCode.OK);

        (await StatusAsync(server, "vulnerabilities")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(server, "software")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningServer server, string part)
    {
        using var response = await server.Client.GetAsync($"/api/machines/{Id}/{part}?$top=1&$select=id");
        return response.StatusCode;
    }
}

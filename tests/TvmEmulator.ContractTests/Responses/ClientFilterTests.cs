using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Queries as public clients and the service's samples write them, against the same question asked of the whole list.</summary>
public sealed class ClientFilterTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    public static TheoryData<string, string> Filters => new()
    {
        { "$filter=riskScore+eq+'None'", "riskScore" },
        { "%24filter=HealthStatus%20ne%20%27Inactive%27&%24top=100", "healthStatus" },
        { "$filter=onboardingStatus eq 'Onboarded'&$top=10000&$skip=0", "onboardingStatus" },
        { "$filter=startswith(computerDnsName,'desktop')", "computerDnsName" },
        { "$filter=osPlatform eq 'Windows11' and exposureLevel eq 'Medium'", "osPlatform" },
        { "$filter=lastSeen gt 2026-06-29T00:00:00Z", "lastSeen" },
        { "$filter=RbacGroupId eq 0", "rbacGroupId" },
        { "$filter=version eq '25H2'", "version" },
        { "$filter=deviceValue eq 'High'", "deviceValue" },
        { "$filter=machineTags/any(tag: tag eq 'production')", "machineTags" },
        { "$filter=startswith(lastIpAddress,'10.')&$orderby=lastSeen desc", "lastIpAddress" },
        { "$filter=aadDeviceId ne null", "aadDeviceId" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Machines_FilterOfAClient_IsTheRowsThatAnswerIt(string query, string column)
    {
        var all = await IdsAsync($"/api/machines?$select=id,osPlatform,exposureLevel,{column}", row => Matches(row, column));

        var found = await IdsAsync($"/api/machines?{query}", _ => true);

        found.ShouldNotBeEmpty();
        found.ShouldBe(all, ignoreOrder: true);
    }

    [Theory]
    [InlineData("$filter=computerDnsName eq '{0}'")]
    [InlineData("$filter=computerDnsName+eq+%27{0}%27&$select=id&$top=1")]
    public async Task Machines_FilterByName_IsTheOneDevice(string query)
    {
        var device = JsonElement.Parse(await editions["2021"].Client.GetByteArrayAsync("/api/machines?$top=1&$skip=7")).GetProperty("value")[0];

        var found = await IdsAsync("/api/machines?" + string.Format(System.Globalization.CultureInfo.InvariantCulture, query, device.GetProperty("computerDnsName").GetString()), _ => true);

        found.ShouldBe([device.GetProperty("id").GetString()!]);
    }

    private static bool Matches(JsonElement row, string column) => column switch
    {
        "riskScore" => row.GetProperty(column).GetString() == "None",
        "healthStatus" => row.GetProperty(column).GetString() != "Inactive",
        "onboardingStatus" => row.GetProperty(column).GetString() == "Onboarded",
        "computerDnsName" => row.GetProperty(column).GetString()!.StartsWith("desktop", StringComparison.Ordinal),
        "osPlatform" => row.GetProperty(column).GetString() == "Windows11" && row.GetProperty("exposureLevel").GetString() == "Medium",
        "lastSeen" => row.GetProperty(column).GetDateTimeOffset() > new DateTimeOffset(2026, 6, 29, 0, 0, 0, TimeSpan.Zero),
        "rbacGroupId" => row.GetProperty(column).GetInt32() == 0,
        "version" => row.GetProperty(column).GetString() == "25H2",
        "deviceValue" => row.GetProperty(column).GetString() == "High",
        "machineTags" => row.GetProperty(column).EnumerateArray().Any(tag => tag.GetString() == "production"),
        "lastIpAddress" => row.GetProperty(column).GetString()!.StartsWith("10.", StringComparison.Ordinal),
        _ => row.GetProperty(column).ValueKind != JsonValueKind.Null,
    };

    private async Task<List<string>> IdsAsync(string path, Func<JsonElement, bool> matches) =>
    [
        .. JsonElement.Parse(await editions["2021"].Client.GetByteArrayAsync(path)).GetProperty("value").EnumerateArray()
            .Where(matches).Select(row => row.GetProperty("id").GetString()!),
    ];
}

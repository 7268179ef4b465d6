using System.Text.Json;
using TvmEmulator.ContractTests.Hosting;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Columns that pages of 2021 call by other names than the metadata are found by both.</summary>
public sealed class ColumnNameTests(Editions.OfManyDevices editions) : IClassFixture<Editions.OfManyDevices>
{
    [Theory]
    [InlineData("/api/vulnerabilities?$top=2&$filter=CveSupportability eq 'supported'&$select=CVESUPPORTABILITY", "CveSupportability")]
    [InlineData("/api/vulnerabilities?$top=2&$filter=cveSupportability eq 'supported'&$orderby=CveSupportability&$select=cveSupportability", "CveSupportability")]
    [InlineData("/api/baselineProfiles?$filter=createdOnTimestampUTC gt 2000-01-01&$select=createdontimestamputc", "createdOnTimestampUTC")]
    [InlineData("/api/baselineProfiles?$filter=createdOnTimeOffset gt 2000-01-01&$select=createdOnTimeOffset", "createdOnTimestampUTC")]
    [InlineData("/api/baselineProfiles?$orderby=lastUpdateTimestampUTC&$select=lastUpdateTimestampUTC", "lastUpdateTimestampUTC")]
    [InlineData("/api/baselineProfiles?$filter=rbacGroupIdsProfileScope/all(id: id gt 3)&$select=rbacGroupIdsProfileScope", "rbacGroupIdsProfileScope")]
    public async Task Get_EitherNameIn2021_FindsRowsWithTheColumnThatThePageShows(string path, string column)
    {
        var rows = JsonElement.Parse(await editions["2021"].Client.GetByteArrayAsync(path)).GetProperty("value").EnumerateArray().ToList();

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.EnumerateObject().Single().Name == column);
    }
}

using Microsoft.AspNetCore.Http;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>A column that an edition calls by another name than the model.</summary>
public sealed class ColumnNameTests
{
    private static readonly EntityShape<Device> Shape = new EntityShape<Device>("Device")
        .Text("id", device => device.Id)
        .Time("lastSeen", _ => null)
        .Time("lastSeenUTC", device => device.LastSeen, property: "lastSeen");

    [Theory]
    [InlineData("$filter=lastSeenUTC ge 2024-01-02", "a")]
    [InlineData("$filter=LASTSEENutc lt 2024-01-02", "b")]
    [InlineData("$filter=lastSeen ge 2024-01-02", "a")]
    [InlineData("$orderby=lastseenutc desc", "a b c d")]
    [InlineData("$orderby=lastSeen desc", "a b c d")]
    public void Run_EitherName_FindsTheColumn(string query, string ids) =>
        string.Join(' ', Read(query).Run(Devices.Four, 10, CancellationToken.None).Rows.Select(device => device.Id)).ShouldBe(ids);

    [Theory]
    [InlineData("$select=lastSeenUTC,id")]
    [InlineData("$select=LASTSEENUTC,id")]
    [InlineData("$select=lastSeen,id")]
    public void Read_SelectOfEitherName_IsTheColumnByItsName(string query)
    {
        var projection = Read(query).Projection;

        projection.Columns.Select(column => column.Name).ShouldBe(["id", "lastSeenUTC"]);
        projection.Context.ShouldBe(["lastSeenUTC", "id"]);
    }

    [Fact]
    public void Read_NameInsideOfAnotherType_IsNotFound()
    {
        var reader = new EntityQueryReader<Device>(Devices.Model, Shape.Complex("cloud", new EntityShape<Cloud>("Cloud"), device => device.Cloud), 10);

        reader.ReadList(QueryParameters.Parse(new QueryString("?$filter=cloud/lastSeenUTC eq null")), Samples.Utc("2024-01-02")).Refusal
            .ShouldNotBeNull().Message.ShouldBe("Could not find a property named 'lastSeenUTC' on type 'microsoft.windowsDefenderATP.api.Cloud'.");
    }

    private static EntityQuery<Device> Read(string query) => new EntityQueryReader<Device>(Devices.Model, Shape, 10)
        .ReadList(QueryParameters.Parse(new QueryString("?" + query)), Samples.Utc("2024-01-02")).Query.ShouldNotBeNull();
}

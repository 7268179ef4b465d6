using System.Text.Json;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class ExpandTests
{
    [Theory]
    [InlineData("$expand=peers($select=id)",
        """[{"id":"hub","peers":[{"id":"quiet"},{"id":"busy"}]},{"id":"quiet","peers":[]},{"id":"busy","peers":[{"id":"far"}]}]""")]
    [InlineData("$expand=host($select=ID)", """[{"id":"hub","host":{"id":"busy"}},{"id":"quiet","host":null},{"id":"busy","host":null}]""")]
    [InlineData("$expand=host($select=name),PEERS($select=id;$top=1)",
        """[{"id":"hub","host":{"name":"Busy"},"peers":[{"id":"quiet"}]},{"id":"quiet","host":null,"peers":[]},{"id":"busy","host":null,"peers":[{"id":"far"}]}]""")]
    [InlineData("$top=1&$expand=peers($select=id;$filter=name eq 'Busy')", """[{"id":"hub","peers":[{"id":"busy"}]}]""")]
    [InlineData("$top=1&$expand=peers($select=id;$orderby=weaknesses desc;$skip=1)", """[{"id":"hub","peers":[{"id":"quiet"}]}]""")]
    [InlineData("$top=1&$expand=peers($select=id;$count=true;$top=1)", """[{"id":"hub","peers@odata.count":2,"peers":[{"id":"quiet"}]}]""")]
    [InlineData("$top=1&$expand=peers($select=id;$filter=lastSeen eq null and name ne ';)&($select=x')",
        """[{"id":"hub","peers":[{"id":"quiet"},{"id":"busy"}]}]""")]
    [InlineData("$top=1&$expand=host($select=id;$expand=peers($select=id;$count=true))",
        """[{"id":"hub","host":{"id":"busy","peers@odata.count":1,"peers":[{"id":"far"}]}}]""")]
    [InlineData("$top=1&$expand=peers($select=id;$filter=id ne '$top=1;$top=2' and id ne '$select=(';$expand=host($select=id))",
        """[{"id":"hub","peers":[{"id":"quiet","host":null},{"id":"busy","host":null}]}]""")]
    [InlineData("$filter=id eq 'busy'&$expand=peers($select=id;$expand=peers($select=id;$filter=weaknesses eq 1),host)",
        """[{"id":"busy","peers":[{"id":"far","peers":[{"id":"quiet"}],"host":null}]}]""")]
    [InlineData("$top=1&$expand=host($select=id;$expand=host($select=id)),peers($select=id;$filter=id eq 'busy' or id eq 'peers,peers';$top=0)",
        """[{"id":"hub","host":{"id":"busy","host":null},"peers":[]}]""")]
    public async Task AnswerAsync_Expand_HasTheRowsInside(string query, string value)
    {
        var (_, body) = await DeviceList.ListAsync("$select=id&" + query.Replace("&(", "%26(", StringComparison.Ordinal), Devices.Network);

        JsonElement.Parse(body).GetProperty("value").GetRawText().ShouldBe(value);
    }

    [Fact]
    public async Task AnswerAsync_NoExpand_HasNoNavigation() => (await DeviceList.ListAsync("", Devices.Network)).Body.ShouldNotContain("peers");

    [Fact]
    public async Task AnswerAsync_Star_ExpandsAllNavigationsOfTheShape()
    {
        var (_, body) = await DeviceList.ListAsync("$select=id&$expand=*", Devices.Network.Skip(1).Take(1));

        body.ShouldBe("""{"@odata.context":"https://api.test/api/$metadata#Devices(id,peers(),host())","value":[{"id":"quiet","peers":[],"host":null}]}""");
    }

    [Fact]
    public async Task AnswerEntityAsync_Expand_HasTheRowsInside() =>
        (await DeviceList.EntityAsync("$select=id&$expand=peers($select=id;$count=true)", Devices.Network[0])).ShouldBe(
            """
            {"@odata.context":"https://api.test/api/$metadata#Devices(id,peers(id))/$entity","id":"hub",
            "peers@odata.count":2,"peers":[{"id":"quiet"},{"id":"busy"}]}
            """.ReplaceLineEndings(""));

    [Fact]
    public async Task AnswerAsync_NextLink_KeepsTheExpand()
    {
        var (_, body) = await DeviceList.ListAsync("$expand=peers($select=id;$top=1)", Devices.Network, pageSize: 1);

        JsonElement.Parse(body).GetProperty("@odata.nextLink").GetString()
            .ShouldBe("https://api.test/api/devices?$expand=peers%28%24select%3Did%3B%24top%3D1%29&$skip=1");
    }

    [Theory]
    [InlineData("$expand=peers", "quiet 11, busy 11, hub 11")]
    [InlineData("$expand=host", "busy 11, hub 11")]
    [InlineData("$expand=*", "quiet 11, busy 11, busy 11, hub 11")]
    [InlineData("$select=id&$expand=peers($select=id,name)", "quiet 2, busy 2, hub 1")]
    [InlineData("$expand=peers($count=true;$top=1)", "quiet 11, hub 11")]
    [InlineData("$expand=host($select=id;$expand=peers($select=id))", "far 1, busy 1, hub 11")]
    [InlineData("$select=*&$expand=host($expand=peers)", "far 11, busy 11, hub 11")]
    public async Task AnswerAsync_Expand_IsReadByTheStrictReader(string query, string devices)
    {
        var (_, list) = await DeviceList.ListAsync(query, Devices.Network.Take(1));
        var entity = await DeviceList.EntityAsync(query, Devices.Network[0]);

        string.Join(", ", StrictDevices.Read(list).Select(row => $"{row.Id} {row.Properties}")).ShouldBe(devices);
        string.Join(", ", StrictDevices.ReadEntity(entity).Select(row => $"{row.Id} {row.Properties}")).ShouldBe(devices);
    }

    [Fact]
    public async Task AnswerAsync_ManyRowsInOneRow_AreSentInPieces()
    {
        var peers = Enumerable.Range(0, 5_000).Select(number => new Device($"{number}")).ToList();
        using var body = new PieceStream();

        await DeviceList.ListAsync("$expand=peers", [new Device("hub") { Peers = peers }], body: body);

        body.Length.ShouldBeGreaterThan(500_000);
        body.LargestPiece.ShouldBeLessThan(100_000);
    }

    private sealed class PieceStream : MemoryStream
    {
        private long _flushed;
        private long _largest;

        public long LargestPiece => Math.Max(_largest, Length - _flushed);

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _largest = LargestPiece;
            _flushed = Length;
            return base.FlushAsync(cancellationToken);
        }
    }
}

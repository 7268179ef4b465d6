using System.Text.Json;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>Contexts of answers to <c>$select</c> and <c>$expand</c> are those that the writer of Microsoft.OData.Core gives.</summary>
public sealed class ExpandContextTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("name,id", "", "(name,id)")]
    [InlineData("id,*", "", "(*)")]
    [InlineData("", "peers", "(peers())")]
    [InlineData("id", "peers", "(id,peers())")]
    [InlineData("peers,id", "peers", "(peers,id,peers())")]
    [InlineData("*", "peers($select=*)", "(*,peers(*))")]
    [InlineData("", "host($select=id),peers", "(host(id),peers())")]
    [InlineData("name", "peers($select=name,id;$expand=host($select=risk))", "(name,peers(name,id,host(risk)))")]
    [InlineData("", "peers($expand=peers,host($select=id))", "(peers(peers(),host(id)))")]
    public async Task AnswerAsync_SelectAndExpand_HasTheLibrarysContext(string select, string expand, string list)
    {
        var query = string.Join('&', new[] { $"$select={select}", $"$expand={expand}" }.Where(option => !option.EndsWith('=')));

        var (_, body) = await DeviceList.ListAsync(query, []);

        var context = JsonElement.Parse(body).GetProperty("@odata.context").GetString();
        context.ShouldBe($"{DeviceList.Base}/api/$metadata#Devices{list}");
        context.ShouldBe(LibrarysContext(select, expand));
    }

    private static string LibrarysContext(string select, string expand)
    {
        var model = Devices.Model.Value;
        var set = model.FindDeclaredEntitySet("Devices");
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["$select"] = select, ["$expand"] = expand };
        var root = new Uri(DeviceList.Base + "/api/");
        var settings = new ODataMessageWriterSettings
        {
            Version = ODataVersion.V4,
            EnableMessageStreamDisposal = false,
            ODataUri = new ODataUri
            {
                ServiceRoot = root,
                Path = new ODataPath(new EntitySetSegment(set)),
                SelectAndExpand = new ODataQueryOptionParser(model, set.EntityType(), set, options).ParseSelectAndExpand(),
            },
        };
        using var body = new MemoryStream();
        using (var messages = new ODataMessageWriter((IODataResponseMessage)new ODataMessage(body), settings, model))
        {
            var writer = messages.CreateODataResourceSetWriter(set, set.EntityType());
            writer.WriteStart(new ODataResourceSet());
            writer.WriteEnd();
        }

        return JsonElement.Parse(body.ToArray()).GetProperty("@odata.context").GetString()!;
    }
}

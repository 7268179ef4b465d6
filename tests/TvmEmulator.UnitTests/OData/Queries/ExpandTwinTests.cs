using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class ExpandTwinTests
{
    // Refused inside of $expand.
    private static readonly string[] Arithmetic = [" add ", " sub ", " mod "];

    [Fact]
    public void AnswerAsync_AnyExpand_HasWhatTheSlowTwinFinds() => Prop.ForAll(Queries().ToArbitrary(), Rows().ToArbitrary(), (query, rows) =>
    {
        var filter = Uri.EscapeDataString(query.Filter.Text);
        var text = $"$select=id&$expand=peers($select=id;$filter={filter};$orderby=weaknesses desc;$skip={query.Skip};$top={query.Top};$count=true)";

        var (_, body) = DeviceList.ListAsync(text, rows).GetAwaiter().GetResult();

        var expected = rows.Select(row =>
        {
            var found = row.Peers.Where(peer => query.Filter.Value(peer) is true).ToList();
            var shown = found.OrderByDescending(peer => peer.Weaknesses).Skip(query.Skip).Take(query.Top).Select(peer => $"{{\"id\":\"{peer.Id}\"}}");
            return $"{{\"id\":\"{row.Id}\",\"peers@odata.count\":{found.Count},\"peers\":[{string.Join(',', shown)}]}}";
        });
        JsonElement.Parse(body).GetProperty("value").GetRawText().ShouldBe($"[{string.Join(',', expected)}]", query.Filter.Text);
    }).Hold(cases: 100);

    private static Gen<(PlainFilter Filter, int Skip, int Top)> Queries() =>
        from filter in PlainFilter.Filters(2).Where(filter => !Arithmetic.Any(filter.Text.Contains))
        from skip in Gen.Choose(0, 2)
        from top in Gen.Choose(0, 5)
        select (filter, skip, top);

    private static Gen<Device[]> Rows()
    {
        var peer =
            from name in Gen.Elements(null, "", "a", "b", "ab", "A")
            from weaknesses in Gen.Choose(-2, 2)
            from joined in Gen.Elements<bool?>(null, true, false)
            select new Device("") { Name = name, Weaknesses = weaknesses, IsJoined = joined };
        var row =
            from count in Gen.Choose(0, 8)
            from peers in peer.ArrayOf(count)
            select new Device("") { Peers = [.. peers.Select((device, index) => device with { Id = $"{index}" })] };
        return from rows in row.ArrayOf(5) select rows.Select((device, index) => device with { Id = $"row {index}" }).ToArray();
    }
}

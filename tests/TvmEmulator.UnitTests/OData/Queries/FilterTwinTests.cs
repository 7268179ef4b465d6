using FsCheck;
using FsCheck.Fluent;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class FilterTwinTests
{
    [Fact]
    public void Run_AnyFilterOverAnyRows_FindsWhatTheSlowTwinFinds() =>
        Prop.ForAll(PlainFilter.Filters(3).ToArbitrary(), Rows().ToArbitrary(), (filter, rows) =>
        {
            var expected = string.Join(' ', rows.Where(row => filter.Value(row) is true).Select(row => row.Id));

            Devices.Find("$filter=" + Uri.EscapeDataString(filter.Text), rows, pageSize: int.MaxValue).ShouldBe(expected, filter.Text);
        }).Hold(cases: 400);

    /// <summary>A stream leaves out rows of which the filter says that they do not matter.</summary>
    [Fact]
    public void Run_AnyFilterOverAStream_FindsWhatTheSlowTwinFinds() =>
        Prop.ForAll(Narrowed().ToArbitrary(), Rows().ToArbitrary(), (filter, rows) =>
        {
            var expected = string.Join(' ', rows.Where(row => filter.Value(row) is true).Select(row => row.Id));
            var query = Devices.Read("$filter=" + Uri.EscapeDataString(filter.Text)).Query.ShouldNotBeNull();

            var found = query.Run(new DeviceStream(rows), pageSize: int.MaxValue, CancellationToken.None).Rows;

            string.Join(' ', found.Select(row => row.Id)).ShouldBe(expected, filter.Text);
        }).Hold(cases: 400);

    /// <summary>The filters are worth their time only if most of them split the rows.</summary>
    [Fact]
    public void Filters_ManyOfThem_FindSomeRowsAndLeaveSome()
    {
        var rows = Rows().Sample(1, 50)[0];

        var found = PlainFilter.Filters(3).Sample(200, 20).Select(filter => rows.Count(row => filter.Value(row) is true));

        found.Count(count => count > 0 && count < rows.Length).ShouldBeGreaterThan(80);
    }

    private static Gen<PlainFilter> Narrowed() =>
        from filter in PlainFilter.Filters(2)
        from name in Gen.Elements("", "a", "b", "ab", "A")
        from narrowed in Gen.Elements(
            new PlainFilter($"name eq '{name}' and {filter}", row => row.Name == name && filter.Value(row) is true),
            new PlainFilter($"({filter}) and '{name}' eq name", row => row.Name == name && filter.Value(row) is true),
            new PlainFilter($"name eq '{name}' or {filter}", row => row.Name == name || filter.Value(row) is true))
        select narrowed;

    // Few rows are interpreted, many compiled; many are the few again and again.
    private static Gen<Device[]> Rows()
    {
        var texts = Gen.Elements(null, "", "a", "b", "ab", "A");
        var row =
            from name in texts
            from weaknesses in Gen.Choose(-3, 3)
            from build in Gen.Elements<long?>(null, -1, 0, 1, 2)
            from joined in Gen.Elements<bool?>(null, true, false)
            from day in Gen.Choose(0, 4)
            from tags in Gen.Elements("a", "b", "ab").ListOf(2)
            from hasTags in Gen.Elements(true, true, false)
            select new Device("")
            {
                Name = name,
                Weaknesses = weaknesses,
                OsBuild = build,
                IsJoined = joined,
                LastSeen = day == 0 ? null : Samples.Utc($"2024-01-0{day}T00:00:00"),
                Tags = hasTags ? [.. tags] : null,
            };
        return from rows in row.ArrayOf(30)
               from times in Gen.Elements(1, 40)
               select Enumerable.Repeat(rows, times).SelectMany(some => some).Select((device, index) => device with { Id = $"{index}" }).ToArray();
    }
}

using FsCheck.Fluent;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

public sealed class BestRowsTests
{
    [Fact]
    public void Sorted_AnyRows_AreThoseOfASortOfAll()
    {
        var cases =
            from numbers in Gen.Choose(0, 9).ArrayOf()
            from most in Gen.Choose(0, 12)
            from spare in Gen.Choose(1, 5)
            select (Rows: numbers.Select((number, index) => new Device($"{index}") { Weaknesses = number }).ToArray(), Most: most, Spare: spare);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var best = Collect(sample.Rows, sample.Most, sample.Spare);

            best.Sorted().Take(sample.Most).Select(row => row.Id)
                .ShouldBe(sample.Rows.OrderByDescending(row => row.Weaknesses).Take(sample.Most).Select(row => row.Id));
        }).Hold(cases: 300);
    }

    [Fact]
    public void Add_ManyRows_HoldsFew()
    {
        var held = 0;

        var rows = Enumerable.Range(0, 10_000).Select(number => new Device($"{number}") { Weaknesses = number * 7_919L % 10_007 });
        Collect(rows, most: 20, spare: 10, count => held = Math.Max(held, count));

        held.ShouldBe(50);
    }

    private static BestRows<Device> Collect(IEnumerable<Device> rows, int most, int spare, Action<int>? held = null)
    {
        var best = new BestRows<Device>(Devices.Read("$orderby=weaknesses desc").Query.ShouldNotBeNull().OrderBy, most, preferInterpretation: true, spare);
        foreach (var row in rows)
        {
            best.Add(row);
            held?.Invoke(best.Held);
        }

        return best;
    }
}

using FsCheck.Fluent;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Snapshots;

public sealed class RowIndexTests
{
    [Fact]
    public void Locate_AnyRow_IsFoundAsByALinearSearch() =>
        Prop.ForAll(Gen.Choose(0, 4).ArrayOf().ToArbitrary(), rows =>
        {
            var index = new RowIndex(rows);
            var expected = rows.SelectMany((count, place) => Enumerable.Range(0, count).Select(offset => (place, offset))).ToList();
            return index.Rows == expected.Count && Enumerable.Range(0, index.Rows).Select(index.Locate).SequenceEqual(expected);
        }).Hold(500);

    [Fact]
    public void FirstRowOf_AnyPlace_IsTheSumOfThoseBefore() =>
        Prop.ForAll(Gen.Choose(0, 4).ArrayOf().ToArbitrary(), rows =>
        {
            var index = new RowIndex(rows);
            return Enumerable.Range(0, rows.Length + 1).All(place => index.FirstRowOf(place) == rows.Take(place).Sum());
        }).Hold();

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public void Locate_NoSuchRow_Throws(int row) => Should.Throw<ArgumentOutOfRangeException>(() => new RowIndex([2, 0, 3, 0]).Locate(row));

    [Fact]
    public void Constructor_MoreRowsThanCanBeCounted_Throws() => Should.Throw<OverflowException>(() => new RowIndex([int.MaxValue, 1]));
}

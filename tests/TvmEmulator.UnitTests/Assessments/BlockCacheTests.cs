using FsCheck.Fluent;
using TvmEmulator.Assessments;

namespace TvmEmulator.UnitTests.Assessments;

public sealed class BlockCacheTests
{
    private const int Places = 4, Slots = 3;

    [Fact]
    public void Holding_AnyPlaces_IsTheBlockThatBeginsBeforeThem() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 50)).ToArbitrary(), places =>
    {
        var blocks = new BlockCache<string>(Places, Slots, first => $"from {first}");

        foreach (var place in places)
            blocks.Holding(place).ShouldBe($"from {place / Places * Places}");
    }).Hold();

    [Fact]
    public void Holding_PlacesOfOneBlock_EvaluatesItOnce()
    {
        var evaluated = new List<int>();
        var blocks = new BlockCache<object>(Places, Slots, first =>
        {
            evaluated.Add(first);
            return new object();
        });

        foreach (var place in Enumerable.Range(0, Places * Slots).Concat(Enumerable.Range(0, Places * Slots)))
            blocks.Holding(place);

        evaluated.ShouldBe([0, Places, 2 * Places]);
    }

    [Fact]
    public void Holding_BlocksOfOneSlot_KeepsTheLastOne()
    {
        var evaluated = new List<int>();
        var blocks = new BlockCache<object>(Places, Slots, first =>
        {
            evaluated.Add(first);
            return new object();
        });

        foreach (var place in (int[])[0, Places * Slots, Places * Slots + 1, 0])
            blocks.Holding(place);

        evaluated.ShouldBe([0, Places * Slots, 0]);
    }
}

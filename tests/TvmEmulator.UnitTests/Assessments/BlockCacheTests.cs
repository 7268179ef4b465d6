using FsCheck.Fluent;
using TvmEmulator.Assessments;

namespace TvmEmulator.UnitTests.Assessments;

public sealed class BlockCacheTests
{
    private const int Places = 4, Slots = 3;

    [Fact]
    public void Holding_AnyPlaces_IsTheBlockThatBeginsBeforeThem() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 50)).ToArbitrary(), places =>
    {
        var blocks = new BlockCache<string>(Places, Slots, first => $"from {first}", _ => true);

        foreach (var place in places)
            blocks.Holding(null, place).ShouldBe($"from {place / Places * Places}");
    }).Hold();

    [Fact]
    public void Holding_PlacesOfOneBlock_EvaluatesItOnce()
    {
        var evaluated = new List<int>();
        var blocks = new BlockCache<object>(Places, Slots, first =>
        {
            evaluated.Add(first);
            return new object();
        }, _ => true);

        foreach (var place in Enumerable.Range(0, Places * Slots).Concat(Enumerable.Range(0, Places * Slots)))
            blocks.Holding(null, place);

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
        }, _ => true);

        foreach (var place in (int[])[0, Places * Slots, Places * Slots + 1, 0])
            blocks.Holding(null, place);

        evaluated.ShouldBe([0, Places * Slots, 0]);
    }

    [Fact]
    public void Holding_BlockThatIsTooLarge_IsMadeAgainForTheNextReader()
    {
        var blocks = new BlockCache<object>(Places, Slots, _ => new object(), _ => false);

        var first = blocks.Holding(null, 0);

        blocks.Holding(first, 1).ShouldBeSameAs(first);
        blocks.Holding(null, 1).ShouldNotBeSameAs(first);
    }

    [Fact]
    public void Holding_NextPlaceOfTheCurrentBlock_IsThatBlockWhateverIsKept()
    {
        var blocks = new BlockCache<object>(Places, Slots, _ => new object(), _ => true);
        var current = blocks.Holding(null, 0);
        blocks.Holding(null, Places * Slots);

        blocks.Holding(current, Places - 1).ShouldBeSameAs(current);
        blocks.Holding(current, Places).ShouldNotBeSameAs(current);
    }
}

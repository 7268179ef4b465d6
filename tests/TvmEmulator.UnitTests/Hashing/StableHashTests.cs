using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.UnitTests.Hashing;

/// <summary>Values worked out by another implementation, in another language.</summary>
public sealed class StableHashTests
{
    [Theory]
    [InlineData(0x0UL, 0xE220A8397B1DCDAFUL)]
    [InlineData(0x1UL, 0x910A2DEC89025CC1UL)]
    [InlineData(0x8000000000000000UL, 0x481EC0A212A9F3DBUL)]
    [InlineData(0xFFFFFFFFFFFFFFFFUL, 0xE4D971771B652C20UL)]
    public void Mix_Value_IsPinned(ulong value, ulong hash) => StableHash.Mix(value).ShouldBe(hash);

    [Theory]
    [InlineData(1UL, 2UL, 0xBCD9DBB49673066BUL)]
    [InlineData(2UL, 1UL, 0xE06DD043328BD285UL)]
    [InlineData(0UL, 0UL, 0xA706DD2F4D197E6FUL)]
    public void Mix_TwoValues_IsPinned(ulong a, ulong b, ulong hash) => StableHash.Mix(a, b).ShouldBe(hash);

    [Theory]
    [InlineData("", 0xC3817C016BA4FF30UL)]
    [InlineData("fleet", 0xDCB1C93D837B0BF8UL)]
    [InlineData("google-_-chrome", 0xF69B3CF08408A302UL)]
    [InlineData("büro+", 0xE52133DFAFD686FAUL)]
    public void Of_Text_IsPinned(string text, ulong hash) => StableHash.Of(text).ShouldBe(hash);

    [Fact]
    public void Mix_OneFlippedBit_ChangesAboutHalfOfTheBits()
    {
        var flips = Enumerable.Range(0, 64).Select(bit => System.Numerics.BitOperations.PopCount(StableHash.Mix(12_345) ^ StableHash.Mix(12_345 ^ (1UL << bit)))).ToList();

        flips.Average().ShouldBe(32, 2);
        flips.Min().ShouldBeGreaterThan(15);
    }

    [Theory]
    [InlineData(0UL, 100, 0)]
    [InlineData(0xFFFFFFFFUL, 100, 99)]
    [InlineData(0x80000000UL, 100, 50)]
    [InlineData(0xABCDEF0100000000UL, 100, 0)]
    [InlineData(0xFFFFFFFFUL, int.MaxValue, int.MaxValue - 1)]
    [InlineData(0xFFFFFFFFUL, 1, 0)]
    public void Below_Hash_ScalesItsLowHalf(ulong hash, int bound, int expected) => StableHash.Below(hash, bound).ShouldBe(expected);

    [Theory]
    [InlineData(0, 0u, false)]
    [InlineData(100, 0xFFFFFFu, true)]
    [InlineData(50, 0x7FFFFFu, true)]
    [InlineData(50, 0x800000u, false)]
    [InlineData(50, 0xFF000000u, true)]
    public void Takes_Share_ComparesTheLow24Bits(int percent, uint hash, bool taken) => Share.OfPercent(percent).Takes(hash).ShouldBe(taken);

    [Fact]
    public void IsAlways_Share_HoldsForAHundredPercentOnly()
    {
        Share.OfPercent(100).IsAlways.ShouldBeTrue();
        Share.OfPercent(99.99m).IsAlways.ShouldBeFalse();
        Share.Always.ShouldBe(Share.OfPercent(100));
    }
}

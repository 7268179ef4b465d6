using TvmEmulator.Identity;

namespace TvmEmulator.UnitTests.Identity;

public sealed class CallerTests
{
    [Theory]
    [InlineData(63, 63)]
    [InlineData(62, 64)]
    public void NameOf_PairAtTheLimit_IsKeptOrLeftWhole(int before, int kept) =>
        Caller.NameOf(new string('a', before) + "\U0001F600" + "more").Length.ShouldBe(kept);
}

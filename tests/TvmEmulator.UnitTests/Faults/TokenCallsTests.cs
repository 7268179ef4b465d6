using TvmEmulator.Faults;

namespace TvmEmulator.UnitTests.Faults;

public sealed class TokenCallsTests
{
    [Fact]
    public void Count_SeveralTokensAndRules_EachHasItsOwnNumber()
    {
        var calls = new TokenCalls();

        calls.Count("a", "Bearer x").ShouldBe(1);
        calls.Count("a", "Bearer x").ShouldBe(2);
        calls.Count("a", "Bearer y").ShouldBe(1);
        calls.Count("b", "Bearer x").ShouldBe(1);
        calls.Count("a", "Bearer x").ShouldBe(3);
    }

    [Fact]
    public void Count_MoreTokensThanAreRemembered_ForgetsTheOldestAlone()
    {
        var calls = new TokenCalls();
        for (var i = 0; i <= TokenCalls.MostTokens; i++)
            calls.Count("a", $"Bearer {i}");

        calls.Count("a", "Bearer 1").ShouldBe(2);
        calls.Count("a", "Bearer 0").ShouldBe(1);
    }

    [Fact]
    public void Count_CallsAtTheSameTime_GivesEveryNumberOnce()
    {
        var calls = new TokenCalls();
        var numbers = new int[10_000];

        Parallel.For(0, numbers.Length, i => numbers[i] = calls.Count("a", "Bearer x"));

        numbers.Order().ShouldBe(Enumerable.Range(1, numbers.Length));
    }
}

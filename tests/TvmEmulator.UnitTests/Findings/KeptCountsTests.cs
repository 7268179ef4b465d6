using TvmEmulator.Tenants.Findings;

namespace TvmEmulator.UnitTests.Findings;

public sealed class KeptCountsTests
{
    private readonly KeptCounts<string, string> _counts = new(2);

    [Fact]
    public async Task GetAsync_AnotherKeyIsBeingCounted_DoesNotWaitForIt()
    {
        var goOn = new TaskCompletionSource<string>();
        var first = _counts.GetAsync("first", _ => goOn.Task, CancellationToken.None);

        (await _counts.GetAsync("second", Counted("2"), CancellationToken.None)).ShouldBe("2");

        goOn.SetResult("1");
        (await first).ShouldBe("1");
    }

    [Fact]
    public async Task GetAsync_MoreKeysThanAreKept_ForgetsTheOldest()
    {
        foreach (var key in new[] { "a", "b", "c" })
            await _counts.GetAsync(key, Counted("old"), CancellationToken.None);

        (await _counts.GetAsync("b", Counted("new"), CancellationToken.None)).ShouldBe("old");
        (await _counts.GetAsync("c", Counted("new"), CancellationToken.None)).ShouldBe("old");
        (await _counts.GetAsync("a", Counted("new"), CancellationToken.None)).ShouldBe("new");
    }

    private static Func<CancellationToken, Task<string>> Counted(string text) => _ => Task.FromResult(text);
}

using TvmEmulator.Tenants.Findings;

namespace TvmEmulator.UnitTests.Findings;

public sealed class SharedCountTests
{
    [Fact]
    public async Task GetAsync_ManyCallers_CountsOnce()
    {
        var counts = 0;
        using var goOn = new ManualResetEventSlim();
        var shared = new SharedCount<int>(stop =>
        {
            goOn.Wait(stop);
            return Task.FromResult(Interlocked.Increment(ref counts));
        });

        var callers = Enumerable.Range(0, 20).Select(_ => shared.GetAsync(CancellationToken.None)).ToList();
        goOn.Set();

        (await Task.WhenAll(callers)).ShouldAllBe(count => count == 1);
        (await shared.GetAsync(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_AllCallersLeave_StopsAndBeginsAnewForTheNext()
    {
        var (begun, stopped) = (0, new TaskCompletionSource());
        var shared = new SharedCount<int>(stop =>
        {
            if (Interlocked.Increment(ref begun) > 1)
                return Task.FromResult(begun);
            using var _ = stop.Register(stopped.SetResult);
            stop.WaitHandle.WaitOne();
            stop.ThrowIfCancellationRequested();
            return Task.FromResult(0);
        });
        using var leaving = new CancellationTokenSource();
        var callers = new[] { shared.GetAsync(leaving.Token), shared.GetAsync(leaving.Token) };
        SpinWait.SpinUntil(() => Volatile.Read(ref begun) == 1);

        await leaving.CancelAsync();

        foreach (var caller in callers)
            await Should.ThrowAsync<OperationCanceledException>(caller);
        await stopped.Task;
        (await shared.GetAsync(CancellationToken.None)).ShouldBe(2);
    }

    [Fact]
    public async Task GetAsync_OneOfTwoCallersLeaves_GoesOnForTheOther()
    {
        using var goOn = new ManualResetEventSlim();
        var shared = new SharedCount<string>(stop =>
        {
            goOn.Wait(stop);
            return Task.FromResult("counted");
        });
        using var leaving = new CancellationTokenSource();
        var (first, second) = (shared.GetAsync(leaving.Token), shared.GetAsync(CancellationToken.None));

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        goOn.Set();

        (await second).ShouldBe("counted");
    }

    [Fact]
    public async Task GetAsync_CountFails_IsTriedAgain()
    {
        var tries = 0;
        var shared = new SharedCount<int>(_ => ++tries == 1 ? throw new InvalidOperationException("once") : Task.FromResult(tries));

        await Should.ThrowAsync<InvalidOperationException>(shared.GetAsync(CancellationToken.None));
        (await shared.GetAsync(CancellationToken.None)).ShouldBe(2);
    }
}

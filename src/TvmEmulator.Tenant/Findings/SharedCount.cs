namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// Something that takes long to count: counted once for all who ask for it, when the first of them does, and kept. When the last of them leaves before it is
/// done it stops, and whoever comes next begins anew.
/// </summary>
/// <param name="count">Counts it.</param>
internal sealed class SharedCount<T>(Func<CancellationToken, Task<T>> count)
{
    private readonly Lock _gate = new();
    private Run? _run;

    /// <summary>What was counted.</summary>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<T> GetAsync(CancellationToken cancellation)
    {
        Run run;
        lock (_gate)
        {
            run = _run ??= Begin();
            run.Waiting++;
        }

        try
        {
            return await run.Counted.WaitAsync(cancellation);
        }
        finally
        {
            lock (_gate)
            {
                if (--run.Waiting == 0 && !run.Counted.IsCompletedSuccessfully)
                {
                    run.Stop.Cancel();
                    _run = null;
                }
            }
        }
    }

    private Run Begin()
    {
        // Without a timer there is nothing to dispose of.
        var stop = new CancellationTokenSource();
        return new Run(Task.Run(() => count(stop.Token), stop.Token), stop);
    }

    private sealed class Run(Task<T> counted, CancellationTokenSource stop)
    {
        public Task<T> Counted => counted;

        public CancellationTokenSource Stop => stop;

        public int Waiting { get; set; }
    }
}

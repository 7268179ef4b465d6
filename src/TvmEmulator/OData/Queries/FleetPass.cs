namespace TvmEmulator.OData.Queries;

/// <summary>
/// Looks at every device of a snapshot for one request. On a large tenant this takes seconds on all cores, so requests take turns, and hold no thread
/// while they wait.
/// </summary>
internal static class FleetPass
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Runs it when the turn comes.</summary>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public static async Task<T> RunAsync<T>(Func<T> pass, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(pass, cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }
}

namespace TvmEmulator.Tenants.Findings;

/// <summary>The newest few of some counts that take long, each shared by all who ask for it. For use from many threads.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class KeptCounts<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<TKey, SharedCount<TValue>> _kept = [];

    /// <summary>What was counted for a key.</summary>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<TValue> GetAsync(TKey key, Func<CancellationToken, Task<TValue>> count, CancellationToken cancellation)
    {
        SharedCount<TValue>? shared;
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out shared))
            {
                if (_kept.Count == most)
                    _kept.RemoveAt(0);
                _kept.Add(key, shared = new SharedCount<TValue>(count));
            }
        }

        return shared.GetAsync(cancellation);
    }
}

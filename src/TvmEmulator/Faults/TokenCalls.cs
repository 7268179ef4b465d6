using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TvmEmulator.Faults;

/// <summary>How many calls each token has made, by rule; only so many are remembered, and never the tokens themselves.</summary>
internal sealed class TokenCalls
{
    /// <summary>The most tokens that are remembered; beyond them the oldest is forgotten.</summary>
    public const int MostTokens = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Rule, Guid Token), int> _calls = [];
    private readonly Queue<(string Rule, Guid Token)> _order = [];

    /// <summary>Counts a call and answers its number, from 1 on.</summary>
    /// <param name="rule">The rule that counts.</param>
    /// <param name="authorization">The header that the token came in.</param>
    public int Count(string rule, string authorization)
    {
        var key = (rule, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(authorization)).AsSpan(0, 16)));
        lock (_gate)
        {
            ref var calls = ref CollectionsMarshal.GetValueRefOrAddDefault(_calls, key, out var isKnown);
            if (calls < int.MaxValue)
                calls++;
            var number = calls;
            if (!isKnown)
                Remember(key);
            return number;
        }
    }

    /// <summary>Forgets what a rule has counted.</summary>
    public void Forget(string rule)
    {
        lock (_gate)
        {
            // Their places in the order stay; removing what is gone does no harm.
            foreach (var key in _calls.Keys.Where(key => key.Rule == rule).ToList())
                _calls.Remove(key);
        }
    }

    private void Remember((string Rule, Guid Token) key)
    {
        _order.Enqueue(key);
        if (_order.Count > MostTokens)
            _calls.Remove(_order.Dequeue());
    }
}

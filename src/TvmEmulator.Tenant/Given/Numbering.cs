using System.Runtime.InteropServices;

namespace TvmEmulator.Tenants.Given;

/// <summary>Gives equal values equal numbers: 0, 1, 2 and so on.</summary>
internal sealed class Numbering<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(comparer);
    private readonly List<T> _all = [];

    /// <summary>The values by their numbers.</summary>
    public IReadOnlyList<T> All => _all;

    /// <summary>The number of a value; the next one when it is new.</summary>
    public int NumberOf(T value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var isKnown);
        if (!isKnown)
        {
            number = _all.Count;
            _all.Add(value);
        }

        return number;
    }
}

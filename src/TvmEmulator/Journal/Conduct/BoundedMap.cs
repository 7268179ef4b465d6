using System.Diagnostics.CodeAnalysis;

namespace TvmEmulator.Journal.Conduct;

/// <summary>A dictionary that forgets its oldest entry when it is full, so that no client can make it grow.</summary>
/// <param name="capacity">The most entries.</param>
internal sealed class BoundedMap<TKey, TValue>(int capacity = BoundedMap<TKey, TValue>.DefaultCapacity)
    where TKey : notnull
{
    private const int DefaultCapacity = 4_096;

    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _byAge = [];

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => _nodes.Count == 0;

    /// <summary>All entries, the oldest first.</summary>
    public IEnumerable<(TKey Key, TValue Value)> Entries => _byAge;

    /// <summary>Finds a value.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_nodes.TryGetValue(key, out var node))
        {
            value = node.Value.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Finds a value, or adds what is made.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        if (TryGet(key, out var known))
            return known;

        var made = make();
        Add(key, made);
        return made;
    }

    /// <summary>Adds a value or replaces one; it is the newest then.</summary>
    public void Set(TKey key, TValue value)
    {
        Remove(key);
        Add(key, value);
    }

    /// <summary>Removes a value, if it is there.</summary>
    public void Remove(TKey key)
    {
        if (_nodes.Remove(key, out var node))
            _byAge.Remove(node);
    }

    private void Add(TKey key, TValue value)
    {
        if (_nodes.Count == capacity)
            Remove(_byAge.First!.Value.Key);
        _nodes.Add(key, _byAge.AddLast((key, value)));
    }
}
